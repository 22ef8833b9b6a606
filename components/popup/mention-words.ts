import type { Query } from "../../lib/directory/answer.ts";
import { number, t } from "../../lib/i18n.ts";

const times = (count: number) => t("onPage.times", count, [number(count)]);

/** What a mention is, and how often it stands on the page. */
export function mentionWords(kind: Query["kind"], count: number): string {
  return t(`onPage.facts.${kind}`, { times: times(count) });
}

/** The name of the button that looks a mention up. */
export function lookUpName({ kind, value }: Query, count: number): string {
  return t(`onPage.lookUp.${kind}`, { value, times: times(count) });
}
