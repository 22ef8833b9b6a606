/** What a request is for, by the shape of its path. Contains no ID. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_KINDS = [
  "token",
  "zones",
  "zone",
  "users",
  "user",
  "userRoles",
  "sessions",
  "grants",
  "provider",
  "application",
  "resource",
  "user-agent",
  "group",
  "role",
  "other",
] as const;

/** The names of several things are requested with a list, the name of one by its own path. */
const BY_SHAPE: Record<string, RequestKind> = {
  zones: "zones",
  "zones/*": "zone",
  "zones/*/users": "users",
  "zones/*/users/*": "user",
  "zones/*/users/*/roles": "userRoles",
  "zones/*/sessions": "sessions",
  "zones/*/delegated-grants": "grants",
  "zones/*/providers/*": "provider",
  "zones/*/applications/*": "application",
  "zones/*/resources/*": "resource",
  "zones/*/user-agents/*": "user-agent",
  "zones/*/groups/*": "group",
  "zones/*/roles/*": "role",
  "zones/*/providers": "provider",
  "zones/*/applications": "application",
  "zones/*/resources": "resource",
  "zones/*/user-agents": "user-agent",
  "zones/*/groups": "group",
  "zones/*/roles": "role",
};

/** @param segments of the path of a GET: every second one is an ID */
export function requestKind(segments: readonly string[]): RequestKind {
  const shape = segments.map((segment, n) => (n % 2 === 0 ? segment : "*")).join("/");
  return BY_SHAPE[shape] ?? "other";
}
