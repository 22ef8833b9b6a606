/** What a template of the console's address may name, in braces: `{user_id}`. */
export const CONSOLE_VALUES = ["organization_id", "zone_id", "zone_slug", "user_id"] as const;

export type ConsoleValue = (typeof CONSOLE_VALUES)[number];

/**
 * The origin of a template of the console's address, written out in it: no value can lead to another server.
 *
 * @returns undefined when the template is no https address
 */
export function consoleOrigin(template: string): string | undefined {
  const origin = /^https:\/\/[^/?#{}\\@\s]+(?=[/?#]|$)/i.exec(template)?.[0];
  return origin !== undefined && URL.canParse(origin) ? origin : undefined;
}

/** Whether a text is such a template, and names nothing but CONSOLE_VALUES. */
export function isConsoleTemplate(text: string): boolean {
  const named = [...text.matchAll(/\{([^}]*)\}?/g)].map(([, name]) => name);
  const known: readonly (string | undefined)[] = CONSOLE_VALUES;
  return (
    consoleOrigin(text) !== undefined &&
    URL.canParse(text.replace(/[{}]/g, "")) &&
    named.every((name) => known.includes(name))
  );
}
