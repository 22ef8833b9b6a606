import { createGetMessage } from "../tests/harness/fake-messages.ts";
import type { Texts } from "../tests/harness/message-texts.ts";
import type { Language } from "./languages.ts";

declare const __TEXTS__: Record<Language, Texts>;

/** Lets everything that is loaded from now on speak a language: stands for the one browser interface of texts. */
export function speak(language: Language): void {
  const texts = __TEXTS__[language];
  Object.assign(globalThis, {
    chrome: {
      i18n: {
        getMessage: createGetMessage(texts),
        getUILanguage: () => (texts["language"] === "en" ? "en-GB" : language),
      },
    },
  });
}
