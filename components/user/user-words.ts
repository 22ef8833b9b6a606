import { t } from "../../lib/i18n.ts";
import type { RoleAssignment, User } from "../../lib/keycard/index.ts";

/** What the API's values of a user mean, in words. Unknown values are shown as they are, absent ones never guessed. */

/** How a fact stands with a person: shown by icon and colour beside its words, never instead of them. */
type Tone = "good" | "bad" | "caution" | "unsure";

export interface Fact {
  word: string;
  tone: Tone;
}

export function statusOf({ status }: User): Fact {
  if (status === undefined) return { word: t("user.statusNotReported"), tone: "unsure" };
  if (status === "active") return { word: t("user.active"), tone: "good" };
  if (status === "disabled") return { word: t("user.disabled"), tone: "bad" };
  return { word: status, tone: "unsure" };
}

export function verificationOf({ email_verified }: User): Fact {
  if (email_verified === undefined)
    return { word: t("user.verificationNotReported"), tone: "unsure" };
  return email_verified
    ? { word: t("user.verified"), tone: "good" }
    : { word: t("user.notVerified"), tone: "caution" };
}

/** A role and what it is held on. */
export interface RoleWords {
  name: string;
  /** `zone`, or type and id. */
  scope: string;
  /** Whether it was granted directly or through which group; undefined where the API does not say. */
  from: string | undefined;
}

export function roleOf(role: RoleAssignment, { groups }: User): RoleWords {
  return { name: role.role_identifier, scope: scopeOf(role.scope), from: fromOf(role, groups) };
}

function fromOf({ source, group_id }: RoleAssignment, groups: User["groups"]): string | undefined {
  if (source === "user") return t("user.direct");
  if (source !== "group") return undefined;
  const group = groups?.find(({ id }) => id === group_id)?.name ?? group_id;
  return group === undefined ? t("user.viaGroup") : t("user.viaGroupOf", { group });
}

/**
 * What is said of somebody for whom no role is listed; the last part of a text's name. "No roles" needs proof that
 * roles through groups were counted (docs/certainty.md). Undefined where there are roles.
 */
export function noRolesOf({ role_assignments: held, rolesCounted }: User) {
  if (held === undefined) return "rolesNotReported";
  if (held.length > 0) return undefined;
  return rolesCounted === "all" ? "noRoles" : "noDirectRoles";
}

function scopeOf(scope: RoleAssignment["scope"]): string {
  if (scope === undefined) return t("user.scopeNotReported");
  return scope === null ? t("user.zoneScope") : `${scope.type} ${scope.id}`;
}
