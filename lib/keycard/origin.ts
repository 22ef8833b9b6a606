const LOOPBACK_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Returns the origin of `text`, such as `https://api.keycard.ai`, without a trailing slash. Accepts only `https`, or
 * `http` on loopback (the sandbox), where nothing leaves the machine.
 *
 * @throws {TypeError} on anything else: the origin is fixed when the extension is built, so an invalid one is a bug
 */
export function apiOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.href !== `${url.origin}/`) {
    throw new TypeError(`The API origin must be like https://keycard.example.com, but is ${text}`);
  }
  if (
    url.protocol !== "https:" &&
    !(url.protocol === "http:" && LOOPBACK_HOSTS.has(url.hostname))
  ) {
    throw new TypeError(`The API origin must use https (or http on loopback), but is ${text}`);
  }
  return url.origin;
}
