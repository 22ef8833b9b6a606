import type { GeneratedI18nStructure } from "#i18n";
import { t } from "../../lib/i18n.ts";

/** What is known, and the one thing to do next. */
export interface Said {
  known: string;
  next: string;
}

/** Texts without placeholders. */
type Plain = {
  [Key in keyof GeneratedI18nStructure]: GeneratedI18nStructure[Key] extends {
    namedSubstitutions: readonly string[];
  }
    ? never
    : Key;
}[keyof GeneratedI18nStructure];

type Ending<End extends string> = Plain extends infer Key
  ? Key extends `${infer Name}.${End}`
    ? Name
    : never
  : never;

/** Texts that come in pairs, `name.known` and `name.next`. */
type SaidName = Ending<"known"> & Ending<"next">;

export function said(name: SaidName): Said {
  return { known: t(`${name}.known`), next: t(`${name}.next`) };
}

/** Both in one paragraph. */
export function sentences({ known, next }: Said): string {
  return t("sentences", { first: known, second: next });
}
