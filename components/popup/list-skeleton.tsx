/** The outline of a list that is loading; the style sheet shows it after 100 ms. */
export function ListSkeleton() {
  return (
    <div class="skeleton results-skeleton" aria-hidden="true">
      <span class="bone bone-line" />
      <span class="bone bone-line" />
      <span class="bone bone-line" />
    </div>
  );
}
