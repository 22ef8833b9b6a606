import { consoleOrigin } from "./console-origin.ts";

/** What a template of the console's address may name, in braces: `{user_id}`. */
export const CONSOLE_VALUES = ["organization_id", "zone_id", "zone_slug", "user_id"] as const;

export type ConsoleValue = (typeof CONSOLE_VALUES)[number];

/** Why a text is no such template. */
export type ConsoleProblem =
  | { why: "not-https" }
  /** It names a value that is none of CONSOLE_VALUES, or a brace is not closed. */
  | { why: "unknown"; name: string }
  /** It is no address for another reason. */
  | { why: "no-address" };

/** @returns undefined when the text is an https address that names nothing but CONSOLE_VALUES */
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
