import type { RoleAssignment } from "../keycard/index.ts";
import { CACHE_FRESH_MS, LIST_PAGE_MAX } from "../limits.ts";
import { isWithin } from "../moments.ts";
import type { AskParts } from "./asking.ts";
import type { ReadRoles } from "./role-sources.ts";
import { createShared } from "./shared.ts";
import type { AskOptions, CallError } from "./traffic/traffic.ts";

/** Maximum number of pages of a zone's groups that are read; about a group beyond them, nothing is known. */
export const GROUP_PAGES_MAX = 5;

/**
 * How long to remember that a zone doesn't report the roles of its groups, ms: as long as for any other source of
 * roles.
 */
export const GROUPS_REFUSED_MS = 10 * 60_000;

/** The roles that members inherit, by the group's ID; they aren't known for a group that is missing. */
export type RolesOfGroups = ReadonlyMap<string, readonly RoleAssignment[]>;

type GroupRolesParts = Pick<AskParts, "client" | "zone" | "traffic" | "now">;

interface Kept {
  roles: RolesOfGroups;
  /** ms since the epoch */
  at: number;
  forMs: number;
}

const NOTHING: RolesOfGroups = new Map();

/**
 * The roles of the groups of one zone. One list for the whole zone is read once for everyone and kept in memory, as is
 * a refusal. It isn't about anyone in particular, so lists that private windows request are kept too.
 */
export function createGroupRoles({
  client,
  zone,
  traffic,
  now,
}: GroupRolesParts): (options: AskOptions) => Promise<RolesOfGroups> {
  const shared = createShared<RolesOfGroups>(NOTHING);
  let kept: Kept | undefined;

  async function readAll(options: AskOptions): Promise<RolesOfGroups> {
    const roles = new Map<string, RoleAssignment[]>();
    let after: string | undefined;
    for (let page = 0; page < GROUP_PAGES_MAX; page++) {
      const params = { limit: LIST_PAGE_MAX, ...(after !== undefined && { after }) };
      const { signal } = options;
      const reply = await traffic.run(
        () => client.listGroupRoles(zone, params, { signal }),
        options,
      );
      if (signal?.aborted) return NOTHING;
      if (!reply.ok) {
        kept = {
          roles,
          at: now(),
          forMs: isRefusal(reply.error) ? GROUPS_REFUSED_MS : CACHE_FRESH_MS,
        };
        return roles;
      }
      for (const group of reply.value.items)
        if (group.roles) roles.set(group.id, inherited(group.id, group.roles));
      if (reply.value.after === undefined || reply.value.after === after) break;
      ({ after } = reply.value);
    }
    kept = { roles, at: now(), forMs: CACHE_FRESH_MS };
    return roles;
  }

  return async (options) => {
    if (kept && !options.fresh && isWithin(kept.at, kept.forMs, now())) return kept.roles;
    return shared("groups", (signal) => readAll({ ...options, signal }), options.signal);
  };
}

/** The key can't read them, there are none, or the API doesn't know the parameters. */
function isRefusal({ why }: CallError): boolean {
  return why === "forbidden" || why === "notFound" || why === "badRequest";
}

/** The list contains only identifiers, not what a role applies to or who has it. */
function inherited(group_id: string, identifiers: readonly string[]): RoleAssignment[] {
  return identifiers.map((role_identifier) => ({ role_identifier, source: "group", group_id }));
}

/**
 * Adds the roles from a person's groups to their direct roles. They are complete only if the roles of each group are
 * known.
 *
 * @param direct roles; returned unchanged unless they come from the list of direct grants
 * @param groups undefined if the person's groups aren't reported
 */
export async function withGroups(
  direct: ReadRoles,
  groups: readonly { id: string }[] | undefined,
  rolesOfGroups: () => Promise<RolesOfGroups>,
): Promise<ReadRoles> {
  if (direct.rolesCounted !== "direct" || !groups) return direct;
  const given = groups.length === 0 ? NOTHING : await rolesOfGroups();
  return {
    role_assignments: [
      ...(direct.role_assignments ?? []),
      ...groups.flatMap(({ id }) => given.get(id) ?? []),
    ],
    rolesCounted: groups.every(({ id }) => given.has(id)) ? "gathered" : "direct",
  };
}
