/**
 * Every kind of request that the extension makes, as listed in docs/privacy.md (tests/unit/privacy.test.ts compares
 * them). Braces stand for one segment of a path.
 */
export const KNOWN_REQUESTS: readonly string[] = [
  "POST /service-account-token",
  "GET /zones",
  "GET /zones/{zone}",
  "GET /zones/{zone}/users",
  "GET /zones/{zone}/users/{user}",
  "GET /zones/{zone}/users/{user}/roles",
  "GET /zones/{zone}/sessions",
  "GET /zones/{zone}/delegated-grants",
  "GET /zones/{zone}/providers",
  "GET /zones/{zone}/providers/{provider}",
  "GET /zones/{zone}/groups",
  "GET /zones/{zone}/groups/{group}",
  "GET /zones/{zone}/roles",
  "GET /zones/{zone}/roles/{role}",
  "GET /zones/{zone}/applications",
  "GET /zones/{zone}/applications/{application}",
  "GET /zones/{zone}/resources",
  "GET /zones/{zone}/resources/{resource}",
  "GET /zones/{zone}/user-agents",
  "GET /zones/{zone}/user-agents/{user-agent}",
];

/** Whether a request is of one of these kinds. @param url with any origin and query */
export function isKnownRequest(method: string, url: string): boolean {
  const asked = [method, ...segments(new URL(url).pathname)];
  return KNOWN_REQUESTS.some((kind) => {
    const [known = "", path = ""] = kind.split(" ");
    const parts = [known, ...segments(path)];
    return (
      parts.length === asked.length &&
      parts.every((part, n) => part === asked[n] || part.startsWith("{"))
    );
  });
}

const segments = (path: string) => path.split("/").slice(1);
