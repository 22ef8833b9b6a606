import en from "../../locales/en.json" with { type: "json" };
import { createGetMessage } from "../harness/fake-messages.ts";
import { textsOf } from "../harness/message-texts.ts";

/** The one browser API for texts, before anything of the extension is loaded: in English. */
Object.assign(globalThis, {
  chrome: { i18n: { getMessage: createGetMessage(textsOf(en)), getUILanguage: () => "en-GB" } },
});
