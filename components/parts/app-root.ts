import { language, t } from "../../lib/i18n.ts";

/** Sets the page's language, for screen readers, and its text direction. */
export function sayLanguage(): void {
  document.documentElement.lang = language;
  document.documentElement.dir = t("direction");
}

/**
 * The root element of a page of the extension; none in a frame, where the surrounding page could misdirect clicks. Only
 * the card is made to be framed.
 */
export function appRoot(): HTMLElement | null {
  sayLanguage();
  return window.top === window ? document.getElementById("app") : null;
}
