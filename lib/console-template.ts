import { consoleOrigin } from "./console-origin.ts";

/** The placeholders that a template of the console's URL can contain, in braces: `{user_id}`. */
export const CONSOLE_VALUES = ["organization_id", "zone_id", "zone_slug", "user_id"] as const;

export type ConsoleValue = (typeof CONSOLE_VALUES)[number];

/** Why a text isn't such a template. */
export type ConsoleProblem =
  | { why: "not-https" }
  /** It has a placeholder that isn't in CONSOLE_VALUES, or an unclosed brace. */
  | { why: "unknown"; name: string }
  /** It isn't a URL for another reason. */
  | { why: "no-address" };

/** @returns undefined if the text is an https URL with no placeholders except CONSOLE_VALUES */
export function consoleProblem(text: string): ConsoleProblem | undefined {
  const known: readonly string[] = CONSOLE_VALUES;
  const wrong = [...text.matchAll(/\{([^}]*)(\}?)/g)].find(
    ([, name = "", closed]) => closed === "" || !known.includes(name),
  );
  if (!/^https:\/\//i.test(text)) return { why: "not-https" };
  if (wrong) return { why: "unknown", name: wrong[0] };
  const isAddress = consoleOrigin(text) !== undefined && URL.canParse(text.replace(/[{}]/g, ""));
  return isAddress ? undefined : { why: "no-address" };
}

export function isConsoleTemplate(text: string): boolean {
  return consoleProblem(text) === undefined;
}
