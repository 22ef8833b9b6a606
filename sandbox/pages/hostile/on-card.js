/** A card that a user has opened and pinned: its host is in the page's hands. */
import { messages } from "./forged.js";

const card = () => document.querySelector("[popover=manual]");
const wait = (ms) => new Promise((later) => setTimeout(later, ms));

export const onCard = {
  "clicks and events on its host"() {
    const host = card();
    host.click();
    host.focus();
    for (const type of [
      "pointerenter",
      "pointermove",
      "pointerdown",
      "pointerup",
      "click",
      "contextmenu",
    ])
      host.dispatchEvent(
        new PointerEvent(type, { bubbles: true, composed: true, clientX: 20, clientY: 20 }),
      );
    for (const key of ["Tab", "Enter", " ", "r"])
      host.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
  },
  "copies of its host"() {
    const copy = card().cloneNode(true);
    document.body.append(copy);
    copy.showPopover();
    copy.click();
    copy.remove();
  },
  async "its own address in a frame of the page, ticket and all"(url) {
    const frame = Object.assign(document.createElement("iframe"), { src: url });
    document.body.append(frame);
    await wait(1_000);
    for (const message of messages()) frame.contentWindow.postMessage(message, "*");
    await wait(500);
    frame.remove();
  },
  async "windows of other sizes"() {
    for (let n = 0; n < 5; n++) {
      window.dispatchEvent(new Event("resize"));
      visualViewport.dispatchEvent(new Event("resize"));
      await wait(50);
    }
  },
  async "hiding it"() {
    for (let n = 0; n < 5; n++) {
      card()?.togglePopover();
      await wait(400);
    }
  },
  async "removing it, again and again"() {
    for (let n = 0; n < 20; n++) {
      card()?.remove();
      await wait(250);
    }
  },
  async "dialogs over it, again and again"() {
    for (let n = 0; n < 5; n++) {
      const dialog = document.createElement("dialog");
      document.body.append(dialog);
      dialog.showModal();
      await wait(500);
      dialog.remove();
      await wait(500);
    }
  },
};
