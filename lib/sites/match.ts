/**
 * Whether an origin matches patterns of the form `scheme://host/*` (which the extension itself requests) or a broader
 * one that the user has granted in the browser's settings (`<all_urls>`, `*://*.example.com/*`).
 */
export function isOn(origin: string, patterns: readonly string[]): boolean {
  // A sandboxed frame has no origin of its own; its top frame decides what is shown.
  if (!URL.canParse(origin)) return true;
  return patterns.some((pattern) => matches(origin, pattern));
}

/** Whether an origin matches patterns where the extension should do nothing. */
export function isOff(origin: string, patterns: readonly string[]): boolean {
  return URL.canParse(origin) && patterns.some((pattern) => matches(origin, pattern));
}

function matches(origin: string, pattern: string): boolean {
  if (pattern === "<all_urls>") return true;
  const [scheme, host] = pattern.split(/:\/\/|\//);
  const { protocol, hostname } = new URL(origin);
  const rightScheme = scheme === "*" || `${scheme}:` === protocol;
  if (host?.startsWith("*.")) return rightScheme && `.${hostname}`.endsWith(host.slice(1));
  return rightScheme && (host === "*" || host === hostname);
}

/**
 * Whether a match pattern includes everything that another one does: it is the same, or broader, such as the browser's
 * "on all sites".
 */
export function covers(wider: string, pattern: string): boolean {
  if (wider === "<all_urls>") return true;
  const [scheme, host = ""] = parts(wider);
  const [ownScheme, ownHost = ""] = parts(pattern);
  if (scheme !== "*" && scheme !== ownScheme) return false;
  if (host === "*") return true;
  if (!host.startsWith("*.")) return host === ownHost;
  return ownHost === host.slice(2) || ownHost.endsWith(host.slice(1));
}

/** The patterns that others include. */
export function coveredBy(wider: readonly string[], patterns: readonly string[]): string[] {
  return patterns.filter((pattern) => wider.some((one) => covers(one, pattern)));
}

const parts = (pattern: string) => originOf(pattern).split("://");

/** The origin of a pattern for one site. */
export function originOf(pattern: string): string {
  return pattern.replace(/\/\*$/, "");
}
