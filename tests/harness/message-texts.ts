import { parseMessagesObject } from "@wxt-dev/i18n/build";

/** The texts of a language, by the keys of `browser.i18n.getMessage`. */
export type Texts = Record<string, string>;

/** @param locale a file of locales/ */
export function textsOf(locale: Parameters<typeof parseMessagesObject>[0]): Texts {
  return Object.fromEntries(
    parseMessagesObject(locale).map((message) => [
      message.key.join("_"),
      message.type === "plural" ? Object.values(message.plurals).join(" | ") : message.message,
    ]),
  );
}
