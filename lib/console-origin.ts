/**
 * The origin of a template of the console's URL. It must be literal in the template, so that no value can lead to
 * another server.
 *
 * @returns undefined if the template isn't an https URL
 */
export function consoleOrigin(template: string): string | undefined {
  const origin = /^https:\/\/[^/?#{}\\@\s]+(?=[/?#]|$)/i.exec(template)?.[0];
  return origin !== undefined && URL.canParse(origin) ? origin : undefined;
}
