import type { Texts } from "./message-texts.ts";

/** `browser.i18n.getMessage` without an extension: for unit tests, and for the fixtures in a browser. */
export function createGetMessage(texts: Texts) {
  return (name: string, values: string[] = []): string =>
    (texts[name] ?? "").replace(/\$([1-9$])/g, (_, place: string) =>
      place === "$" ? "$" : (values[Number(place) - 1] ?? ""),
    );
}
