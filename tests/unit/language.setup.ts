import en from "../../locales/en.json" with { type: "json" };
import { createGetMessage } from "../harness/fake-messages.ts";

/** The one browser interface that texts come by, before anything of the extension is loaded: in English. */
Object.assign(globalThis, {
  chrome: { i18n: { getMessage: createGetMessage(en), getUILanguage: () => "en-GB" } },
});
