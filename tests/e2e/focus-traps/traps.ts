/** Dialogs that trap the focus, each as written by the libraries named. All run in the page. */

export const DIALOG = `
  <p style="margin: 40px">behind <a href="#behind">the dialog</a></p>
  <div id="dialog" role="dialog" aria-modal="true" tabindex="-1" style="position: fixed; top: 60px; left: 60px">
    <form><input id="first" value="first"><input id="who" size="40" value="ada@example.com"><button>Save</button></form>
  </div>`;

const MODAL = `<dialog id="dialog" style="top: 60px; left: 60px; margin: 0">
    <form><input id="first" value="first"><input id="who" size="40" value="ada@example.com"><button>Save</button></form>
  </dialog>`;

interface Trap {
  html: string;
  set: () => void;
}

export const TRAPS: Record<string, Trap> = {
  "Bootstrap's: focusin on the document": {
    html: DIALOG,
    set() {
      const dialog = document.getElementById("dialog") as HTMLElement;
      document.addEventListener("focusin", ({ target }) => {
        if (target === document || target === dialog || dialog.contains(target as Node)) return;
        document.getElementById("first")?.focus();
      });
    },
  },
  "MUI's: focusin, Tab, and a check of the body every 50 ms": {
    html: DIALOG,
    set() {
      const dialog = document.getElementById("dialog") as HTMLElement;
      const contain = () => {
        if (!document.hasFocus() || dialog.contains(document.activeElement)) return;
        document.getElementById("first")?.focus();
      };
      document.addEventListener("focusin", contain);
      document.addEventListener("keydown", contain, true);
      setInterval(() => document.activeElement?.tagName === "BODY" && contain(), 50);
    },
  },
  "Radix's: focusin and focusout, back to the last focused element": {
    html: DIALOG,
    set() {
      const dialog = document.getElementById("dialog") as HTMLElement;
      let last: HTMLElement | null = null;
      document.addEventListener("focusin", ({ target }) => {
        if (dialog.contains(target as Node)) last = target as HTMLElement;
        else last?.focus();
      });
      document.addEventListener("focusout", ({ relatedTarget }) => {
        if (relatedTarget !== null && !dialog.contains(relatedTarget as Node)) last?.focus();
      });
    },
  },
  "focus-trap's: focusin in the capture phase, hidden from other listeners": {
    html: DIALOG,
    set() {
      const dialog = document.getElementById("dialog") as HTMLElement;
      let last = document.getElementById("first");
      document.addEventListener(
        "focusin",
        (event) => {
          if (dialog.contains(event.target as Node)) last = event.target as HTMLElement;
          else {
            event.stopImmediatePropagation();
            last?.focus();
          }
        },
        true,
      );
    },
  },
  "react-focus-lock's, which Atlaskit uses: after focusin and focusout, and after each render": {
    html: DIALOG,
    set() {
      const dialog = document.getElementById("dialog") as HTMLElement;
      let last = document.getElementById("first");
      const activate = () => {
        const { activeElement } = document;
        if (dialog.contains(activeElement)) last = activeElement as HTMLElement;
        else if (activeElement !== document.body) last?.focus();
      };
      document.addEventListener("focusin", activate);
      document.addEventListener("focusout", () => setTimeout(activate, 1));
      for (const ms of [300, 600, 900]) setTimeout(activate, ms);
      Object.assign(window, { renderAgain: activate });
    },
  },
  "a native modal dialog": {
    html: MODAL,
    set() {
      (document.getElementById("dialog") as HTMLDialogElement).showModal();
    },
  },
  "a modal dialog with an additional trap": {
    html: MODAL,
    set() {
      const dialog = document.getElementById("dialog") as HTMLDialogElement;
      dialog.showModal();
      dialog.addEventListener("focusin", ({ target }) => {
        if (!/^(INPUT|BUTTON)$/.test((target as Element).tagName))
          document.getElementById("first")?.focus();
      });
    },
  },
  "a dialog whose surroundings are inert": {
    html: DIALOG,
    set() {
      const dialog = document.getElementById("dialog") as HTMLElement;
      for (const element of document.body.children)
        if (element !== dialog) (element as HTMLElement).inert = true;
      dialog.addEventListener("focusout", ({ relatedTarget }) => {
        if (!dialog.contains(relatedTarget as Node | null))
          document.getElementById("first")?.focus();
      });
    },
  },
};
