import { createGetMessage } from "../tests/harness/fake-messages.ts";
import type { Texts } from "../tests/harness/message-texts.ts";
import type { Language } from "./languages.ts";
import { watchTimers } from "./at-rest.ts";
import { stopClock } from "./stopped-clock.ts";

/**
 * One component's fixtures, each drawn alone as on its page: `stage.html?of=card/card&in=de#found`. The language, the
 * time and the timers must stand before any module of the extension is loaded.
 */

declare const __TEXTS__: Record<Language, Texts>;

const asked = new URLSearchParams(location.search);
const language = (asked.get("in") ?? "en") as Language;

stopClock();
watchTimers();
Object.assign(globalThis, {
  chrome: {
    i18n: {
      getMessage: createGetMessage(__TEXTS__[language]),
      getUILanguage: () => (__TEXTS__[language]["language"] === "en" ? "en-GB" : language),
    },
  },
});

const { setTheStage } = await import("./set-the-stage.tsx");
await setTheStage(asked.get("of") ?? "");
