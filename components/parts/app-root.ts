import { language, t } from "../../lib/i18n.ts";

/** Says in which language the page is, for those who hear it, and from which side it is read. */
export function sayLanguage(): void {
  document.documentElement.lang = language;
  document.documentElement.dir = t("direction");
}

/**
 * Where a page of the extension is drawn; nowhere in a frame, where what is around it could lead clicks on it. Only the
 * card is made to be framed.
 */
export function appRoot(): HTMLElement | null {
  sayLanguage();
  return window.top === window ? document.getElementById("app") : null;
}
