import { number, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { codePoint } from "../parts/code-point.ts";
import { exactUtc, momentOf } from "../parts/time.ts";
import { clipped, inertLine } from "../parts/unseen.ts";
import type { NameOf } from "./thing-names.ts";
import { isManaged, noRolesOf, roleWords, statusOf } from "./user-words.ts";

/** Characters of one value, and roles, that a line in a ticket has room for. */
const VALUE_MAX_CHARS = 255;
const ROLES_MAX = 20;

/**
 * One line about a user for a ticket:
 * `ada@example.com · Active · e-mail verified · roles: admin (zone) · last sign-in 2026-11-02 09:14 UTC · Keycard ID …`
 *
 * @param nameOf what things are called, as far as that is shown beside the line
 */
export function summaryLine(user: User, nameOf?: NameOf): string {
  const parts = [
    user.email && short(user.email),
    user.status === undefined ? t("summary.statusNotReported") : short(statusOf(user).word),
    isManaged(user) ? t("summary.managed") : undefined,
    verification(user.email_verified),
    roles(user, nameOf),
    lastSignIn(user.authenticated_at),
    t("summary.id", { id: short(user.id) }),
  ];
  return inertLine(parts.filter((part) => part !== undefined).join(" · "));
}

/** A dot at an end of a word, where it looks like the one between two parts of the line. */
const DOT = /(?<!\S)[·•‧∙⋅・･]|[·•‧∙⋅・･](?!\S)/gu;

/** A value that cannot look like two parts of the line: a role may be called "x · e-mail verified". */
const short = (value: string) =>
  clipped(value, VALUE_MAX_CHARS).replace(DOT, (dot) => `<${codePoint(dot)}>`);

function verification(verified: boolean | undefined): string {
  if (verified === undefined) return t("summary.verificationNotReported");
  return verified ? t("summary.verified") : t("summary.notVerified");
}

function roles(user: User, nameOf?: NameOf): string {
  const none = noRolesOf(user);
  return none ? t(`summary.${none}`) : t("summary.roles", { roles: roleList(user, nameOf) });
}

/** `admin (zone, direct), auditor (resource r…)`: as many as a line has room for, and how many more there are. */
export function roleList(user: User, nameOf?: NameOf): string {
  const { role_assignments: assignments = [] } = user;
  const wordsOf = roleWords(user, nameOf);
  const shown = assignments.length <= ROLES_MAX + 1 ? assignments : assignments.slice(0, ROLES_MAX);
  const list = shown.map((role) => {
    const { name, beside } = wordsOf(role);
    return `${short(name)} (${beside.map(short).join(", ")})`;
  });
  const roles = list.join(", ");
  const more = assignments.length - shown.length;
  return more === 0 ? roles : t("summary.moreRoles", { roles, more: number(more) });
}

function lastSignIn(at: string | undefined): string {
  if (at === undefined) return t("summary.neverSignedIn");
  const moment = momentOf(at);
  return t("summary.lastSignIn", { when: moment === undefined ? short(at) : exactUtc(moment) });
}
