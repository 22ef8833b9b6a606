import { createGetMessage } from "../tests/harness/fake-messages.ts";
import type { Texts } from "../tests/harness/message-texts.ts";
import type { Language } from "./languages.ts";

declare const __TEXTS__: Record<Language, Texts>;

// The build replaces the name by all texts: use it once only.
const TEXTS = __TEXTS__;

/** The available languages. */
export const SPOKEN: readonly Language[] = Object.keys(TEXTS);

/** Makes everything that is loaded from now on use a language, by faking the one browser API for texts. */
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
