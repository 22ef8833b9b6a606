/** Whether the site's own context menu is open, drawn in whatever way: it took the event for itself. */
export interface OwnMenu {
  /** A context menu is asked for: the browser's, unless the site takes the event. */
  asked(event: MouseEvent): void;
  /** A button or key is pressed, which closes it. */
  close(): void;
  isOpen(): boolean;
}

export function createOwnMenu(): OwnMenu {
  let taken = false;
  return {
    asked(event) {
      // The site's own listeners come after ours.
      setTimeout(() => {
        taken = event.defaultPrevented;
      });
    },
    close() {
      taken = false;
    },
    isOpen: () => taken,
  };
}
