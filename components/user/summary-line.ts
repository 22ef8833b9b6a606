import type { ZoneRef } from "../../lib/directory/answer.ts";
import { number, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { codePoint } from "../parts/code-point.ts";
import { exactUtc, momentOf } from "../parts/time.ts";
import { clipped, inertLine } from "../parts/unseen.ts";
import { zoneName } from "../parts/zone-name.ts";
import type { NameOf } from "./thing-names.ts";
import { isWithoutSignIn, noRolesOf, type RoleWords, roleWords, zoneOf } from "./user-words.ts";
import { MATTERS_SAID, verdictOf } from "./verdict.ts";
import { waysLines, waysOf } from "./way-words.ts";

/** Characters of a value, and number of roles, that a line in a ticket has room for. */
const VALUE_MAX_CHARS = 255;
const ROLES_MAX = 20;

/** What is known in addition to the record. */
export interface SummaryContext {
  /** The names of things, as shown next to the line. */
  nameOf?: NameOf;
  /** The zone that was queried. */
  zone?: ZoneRef | undefined;
  /** When Keycard sent it, ms since the epoch. */
  asOf?: number | undefined;
}

/**
 * One line about a user for a ticket, with everything that someone needs who reads it a month later: `ada@example.com:
 * active, e-mail verified · admin, auditor (Payments API) · last sign-in 2 Nov 2026 09:14 UTC via Acme Identity · zone
 * Production · ID … · checked 5 Nov 2026 10:02 UTC`
 */
export function summaryLine(user: User, { nameOf, zone, asOf }: SummaryContext = {}): string {
  const verdict = verdictOf(user);
  const said = verdict?.matters.slice(0, MATTERS_SAID).map(({ kind }) => kind) ?? [];
  const of = zoneOf(user, zone, nameOf);
  const parts = [
    who(user),
    verdict && short(verdict.clause),
    roles(user, nameOf),
    ...signIns(user, nameOf, said.includes("no_sign_in")),
    of && t("summary.zone", { zone: short(zoneName(of)) }),
    t("summary.id", { id: short(user.id) }),
    asOf === undefined ? undefined : t("summary.checked", { when: exactUtc(asOf) }),
  ];
  return inertLine(parts.filter((part) => part !== undefined).join(" · "));
}

/** A dot at the start or end of a word, where it looks like the separator between two parts of the line. */
const DOT = /(?<!\S)[·•‧∙⋅・･]|[·•‧∙⋅・･](?!\S)/gu;

/** A mark at the start or end of a word, where it looks like the separator between two facts of one part. */
const MARK = /[:,;](?!\S)|[：，；、]|(?<!\S)[(（]/gu;

/** A value that can't look like two parts of the line: a role can be called "x · e-mail verified". */
const short = (value: string) => named(clipped(value, VALUE_MAX_CHARS), DOT);

/**
 * A value that can't look like two facts of one part either; no honest address, status or role contains such a mark.
 */
const shortWord = (value: string) => named(short(value), MARK);

const named = (value: string, marks: RegExp) =>
  value.replace(marks, (mark) => `<${codePoint(mark)}>`);

function who(user: User): string {
  const facts = `${status(user)}, ${verification(user.email_verified)}`;
  return user.email ? t("summary.who", { who: shortWord(user.email), facts }) : facts;
}

function status(user: User): string {
  if (user.status === undefined) return t("summary.statusNotReported");
  if (user.status === "active" || user.status === "disabled") return t(`summary.${user.status}`);
  return shortWord(user.status);
}

function verification(verified: boolean | undefined): string {
  if (verified === undefined) return t("summary.verificationNotReported");
  return verified ? t("summary.verified") : t("summary.notVerified");
}

function roles(user: User, nameOf?: NameOf): string {
  const none = noRolesOf(user);
  return none ? t(`summary.${none}`) : listed(user, nameOf, ({ brief }) => brief);
}

/**
 * `admin (direct, zone), auditor (direct, resource r…)`: as many as a line has room for, and how many more there are.
 */
export function roleList(user: User, nameOf?: NameOf): string {
  return listed(user, nameOf, ({ beside }) => beside);
}

function listed(
  user: User,
  nameOf: NameOf | undefined,
  besideOf: (role: RoleWords) => string[],
): string {
  const { role_assignments: assignments = [] } = user;
  const wordsOf = roleWords(user, nameOf);
  const shown = assignments.length <= ROLES_MAX + 1 ? assignments : assignments.slice(0, ROLES_MAX);
  const list = shown.map((role) => {
    const words = wordsOf(role);
    const beside = besideOf(words).map(short).join(", ");
    return beside === "" ? shortWord(words.name) : `${shortWord(words.name)} (${beside})`;
  });
  const roles = list.join(", ");
  const more = assignments.length - shown.length;
  return more === 0 ? roles : t("summary.moreRoles", { roles, more: number(more) });
}

const noSignIn = (user: User) =>
  t(isWithoutSignIn(user) ? "summary.noSignIn" : "summary.signInNotReported");

/**
 * The last sign-in and the way: in one part if there is a single way, which must be the one used; otherwise the ways
 * are a separate part.
 *
 * @param isSaid the sentence before already says that there is no sign-in on record
 */
function signIns(user: User, nameOf: NameOf = () => undefined, isSaid: boolean) {
  const { authenticated_at: at } = user;
  const ways = waysOf(user)?.length ? (waysLines(user, nameOf) ?? []) : [];
  const names = ways.map(({ name }) => short(name)).join(", ");
  const signsIn = names === "" ? undefined : t("summary.signsInWith", { ways: names });
  if (at === undefined) return [isSaid ? undefined : noSignIn(user), signsIn];
  const moment = momentOf(at);
  const when = moment === undefined ? short(at) : exactUtc(moment);
  return ways.length === 1
    ? [t("summary.lastSignInVia", { when, way: names })]
    : [t("summary.lastSignIn", { when }), signsIn];
}
