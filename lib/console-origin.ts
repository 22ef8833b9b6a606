/**
 * The origin of a template of the console's address, written out in it: no value can lead to another server.
 *
 * @returns undefined when the template is no https address
 */
export function consoleOrigin(template: string): string | undefined {
  const origin = /^https:\/\/[^/?#{}\\@\s]+(?=[/?#]|$)/i.exec(template)?.[0];
  return origin !== undefined && URL.canParse(origin) ? origin : undefined;
}
