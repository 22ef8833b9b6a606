import { readFileSync } from "node:fs";
import { LANGUAGES } from "../packaging/languages.ts";
import { type Texts, textsOf } from "../tests/harness/message-texts.ts";
import { pseudo } from "./pseudo.ts";

/** A language of the extension, by its code, or `pseudo` or `rtl`. */
export type Language = string;

/** The languages in which fixtures are drawn: the extension's, and two that show what other languages would break. */
export function languages(): Record<Language, Texts> {
  const own = LANGUAGES.map((language) => [language, textsIn(language)] as const);
  const longer: Texts = {
    ...Object.fromEntries(
      Object.entries(textsIn("en")).map(([name, text]) => [name, pseudo(text)]),
    ),
    language: "en",
    direction: "ltr",
  };
  return { ...Object.fromEntries(own), pseudo: longer, rtl: { ...longer, direction: "rtl" } };
}

function textsIn(language: string): Texts {
  return textsOf(JSON.parse(readFileSync(`locales/${language}.json`, "utf8")));
}
