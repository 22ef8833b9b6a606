/**
 * The API origin that a build is bound to (design, invariant 5): read from the build's environment, and written into
 * `host_permissions`, the CSP's `connect-src` and the background's code.
 */

/** Origin of Keycard's public API. Keycard API notes, section 2. */
const PUBLIC_API_ORIGIN = "https://api.keycard.ai";

/** The hosts in LOOPBACK_PAGES of manifest.ts. */
const LOOPBACK_HOSTS = new Set(["127.0.0.1", "localhost"]);

/** Whether an origin is on this machine: only then is plain http allowed, and only for trying out and tests. */
export function isLoopback(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === "http:" && LOOPBACK_HOSTS.has(hostname);
}

/**
 * Validates the value of `KEYCARD_API_ORIGIN`.
 *
 * @param value the environment variable; absent or empty means the public API
 * @returns the origin, without a trailing slash
 * @throws Error with a message for whoever runs the build, if it isn't an origin or isn't https
 */
export function readApiOrigin(value: string | undefined): string {
  if (!value) return PUBLIC_API_ORIGIN;
  const expected = `expected an origin such as ${PUBLIC_API_ORIGIN}`;
  if (!URL.canParse(value)) throw new Error(`KEYCARD_API_ORIGIN is "${value}": ${expected}.`);
  const url = new URL(value);
  if (url.username || url.password || url.pathname !== "/" || url.search || url.hash)
    throw new Error(
      `KEYCARD_API_ORIGIN is "${value}": ${expected}, without path, query or user name.`,
    );
  if (url.protocol !== "https:" && !isLoopback(url.origin))
    throw new Error(
      `KEYCARD_API_ORIGIN is "${value}": the key can travel over https only (or http on this machine).`,
    );
  return url.origin;
}
