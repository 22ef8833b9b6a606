import type { Place } from "./driver.ts";

/** What runs inside documents. Each function is self-contained, because it is sent to the browser as text. */

/** The center of the first line of an element's text (or of the element), scrolled to; null if it isn't there. */
export function lineOf(selector: string, nth: number): Place | null {
  const element = document.querySelectorAll<HTMLElement>(selector)[nth];
  if (!element) return null;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const range = document.createRange();
  range.selectNodeContents(element);
  const box = range.getClientRects()[0] ?? element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** The kinds of controls that tests use by name. */
export type Role = "button" | "link" | "radio" | "textbox" | "combobox";

/** The center of the control with this name, scrolled to; null if none is shown. */
export function controlNamed(role: Role, name: string): Place | null {
  const selectors = {
    button: "button",
    link: "a[href]",
    radio: "input[type=radio]",
    textbox: "input:not([type=radio]):not([type=checkbox]), textarea",
    combobox: "select, input[role=combobox]",
  };
  const nameOf = (control: HTMLElement) => {
    const labels = [...((control as HTMLInputElement).labels ?? [])];
    const said = labels.map(({ textContent }) => textContent).join(" ");
    return (control.getAttribute("aria-label") || said || control.textContent || "").trim();
  };
  const shown = [...document.querySelectorAll<HTMLElement>(selectors[role])].filter(
    (control) => control.getClientRects().length > 0,
  );
  const control =
    shown.find((each) => nameOf(each) === name) ??
    shown.find((each) => nameOf(each).includes(name));
  if (!control) return null;
  control.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = control.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Focuses a select by its name. @returns the selected option; null if there is none */
export function focusList(name: string): string | null {
  const named = ({ labels, ariaLabel }: HTMLSelectElement) =>
    ariaLabel === name || [...labels].some(({ textContent }) => textContent?.trim() === name);
  const list = [...document.querySelectorAll("select")].find(named);
  list?.focus();
  return list ? (list.selectedOptions[0]?.text ?? "") : null;
}

/** Whether the card's host, the only element that the extension adds, is visible. */
export function isCardShown(): boolean {
  const host = document.querySelector("[popover=manual]:popover-open");
  if (!host) return false;
  const { visibility, opacity } = getComputedStyle(host);
  return visibility === "visible" && opacity === "1";
}

/** The content of a card. */
export interface CardSays {
  /** As in `data-state`. */
  state: string | undefined;
  /** The users shown, by ID. */
  users: (string | undefined)[];
  text: string;
}

/** Reads the document of a card. */
export function readCard(): CardSays {
  const articles = [...document.querySelectorAll<HTMLElement>("article[data-user-id]")];
  const main = document.querySelector("main");
  return {
    state: main?.dataset["state"],
    users: articles.map(({ dataset }) => dataset["userId"]),
    text: main?.innerText ?? "",
  };
}

/** All text that a document of the extension shows. */
export function readText(): string {
  return document.body.innerText;
}
