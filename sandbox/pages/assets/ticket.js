// All that a ticket page does: open the merge dialog.
document.querySelector('[data-testid="merge-open"]')?.addEventListener("click", () => {
  document.querySelector('[data-testid="merge-dialog"]')?.showModal();
});
