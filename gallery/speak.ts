import { createGetMessage } from "../tests/harness/fake-messages.ts";
import type { Texts } from "../tests/harness/message-texts.ts";
import type { Language } from "./languages.ts";

declare const __TEXTS__: Record<Language, Texts>;

// The build writes all texts into the place of the name: once is enough.
const TEXTS = __TEXTS__;

/** The languages that can be spoken. */
export const SPOKEN: readonly Language[] = Object.keys(TEXTS);

/** Lets everything that is loaded from now on speak a language: stands for the one browser interface of texts. */
export function speak(language: Language): void {
  const texts = TEXTS[language] ?? {};
  Object.assign(globalThis, {
    chrome: {
      i18n: {
        getMessage: createGetMessage(texts),
        getUILanguage: () => (texts["language"] === "en" ? "en-GB" : language),
      },
    },
  });
}
