import de from "../locales/de.json" with { type: "json" };
import en from "../locales/en.json" with { type: "json" };
import ja from "../locales/ja.json" with { type: "json" };
import { type Texts, textsOf } from "../tests/harness/message-texts.ts";
import { pseudo } from "./pseudo.ts";

/** The languages in which fixtures are drawn: the extension's, and two that show what further ones would break. */
export function languages() {
  const english = textsOf(en);
  const longer: Texts = {
    ...Object.fromEntries(Object.entries(english).map(([name, text]) => [name, pseudo(text)])),
    language: "en",
    direction: "ltr",
  };
  return {
    en: english,
    de: textsOf(de),
    ja: textsOf(ja),
    pseudo: longer,
    rtl: { ...longer, direction: "rtl" },
  };
}

export type Language = keyof ReturnType<typeof languages>;
