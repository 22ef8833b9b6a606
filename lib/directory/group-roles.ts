import type { RoleAssignment } from "../keycard/index.ts";
import { CACHE_FRESH_MS, LIST_PAGE_MAX } from "../limits.ts";
import { isWithin } from "../moments.ts";
import type { AskParts } from "./asking.ts";
import type { ReadRoles } from "./role-ways.ts";
import { createShared } from "./shared.ts";
import type { AskOptions, CallError } from "./traffic/traffic.ts";

/** Pages of a zone's groups that are read; a group behind them is one of which nothing is known. */
export const GROUP_PAGES_MAX = 5;

/** How long it is believed that a zone does not tell what its groups give, ms: as long as of any other way to roles. */
export const GROUPS_REFUSED_MS = 10 * 60_000;

/** The roles that members inherit, by the group's ID; of a group that is missing they are not known. */
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
 * What the groups of one zone give: a list for the whole zone, which is read once for everybody and kept in memory,
 * where it was refused too. It is of nobody in particular, so that of private windows is kept as well.
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

/** The key may not read them, there are none, or the API does not know what was asked. */
function isRefusal({ why }: CallError): boolean {
  return why === "forbidden" || why === "notFound" || why === "badRequest";
}

/** The list has identifiers alone: on what a role is held, and whose it is, it does not say. */
function inherited(group_id: string, identifiers: readonly string[]): RoleAssignment[] {
  return identifiers.map((role_identifier) => ({ role_identifier, source: "group", group_id }));
}

/**
 * All direct roles of somebody, with what the groups give that the person is known to be in. Only where that is known
 * of each of them are the roles all there are.
 *
 * @param direct roles that are not of the list of direct grants are left as they are
 * @param groups undefined where nobody tells which these are
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
