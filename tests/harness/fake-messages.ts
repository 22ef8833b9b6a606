import { parseMessagesObject } from "@wxt-dev/i18n/build";

/** `browser.i18n.getMessage` without an extension: for unit tests, and for the fixtures in a browser. */
export function createGetMessage(locale: Parameters<typeof parseMessagesObject>[0]) {
  const messages = new Map(
    parseMessagesObject(locale).map((message) => [
      message.key.join("_"),
      message.type === "plural" ? Object.values(message.plurals).join(" | ") : message.message,
    ]),
  );
  return (name: string, values: string[] = []): string =>
    (messages.get(name) ?? "").replace(/\$([1-9$])/g, (_, place: string) =>
      place === "$" ? "$" : (values[Number(place) - 1] ?? ""),
    );
}
