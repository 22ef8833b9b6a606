/** Whether the site's own context menu is open, however it is drawn: the site has canceled the event. */
export interface OwnMenu {
  /** A context menu is requested: the browser's, unless the site cancels the event. */
  asked(event: MouseEvent): void;
  /** A button or key is pressed, which closes it. */
  close(): void;
  isOpen(): boolean;
}

export function createOwnMenu(): OwnMenu {
  let taken = false;
  return {
    asked(event) {
      // The site's own listeners run after this one.
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
