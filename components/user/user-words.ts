import type { ZoneRef } from "../../lib/directory/answer.ts";
import { nameInRecord, scopeThing } from "../../lib/directory/mentioned-thing.ts";
import { t } from "../../lib/i18n.ts";
import type { RoleAssignment, User } from "../../lib/keycard/index.ts";
import { zoneName } from "../parts/zone-name.ts";
import type { NameOf } from "./thing-names.ts";

/**
 * What the API's values of a user mean, in words. Unknown values are shown as they are, missing ones are never guessed.
 */

/** How good or bad a fact is: shown by icon and color next to its words, never instead of them. */
type Tone = "good" | "bad" | "caution" | "unsure";

export interface Fact {
  word: string;
  tone: Tone;
}

export function statusOf({ status }: Pick<User, "status">): Fact {
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

/** Whether nothing in the record shows a sign-in. Someone with a session has signed in, whatever the record lacks. */
export const isWithoutSignIn = ({ authenticated_at: at, session_count: counted = 0 }: User) =>
  at === undefined && counted === 0;

/** Shown in place of a last sign-in that the record lacks. */
export const noSignInOf = (user: User): string =>
  t(isWithoutSignIn(user) ? "user.noSignIn" : "user.notReported");

/** Whether the API says that the user is synced from an external directory, which then owns the status. */
export const isManaged = ({ external }: User): boolean => external === true;

/**
 * The zone that a user belongs to: the queried one, unless the record names another; that one by name if known,
 * otherwise by ID.
 */
export function zoneOf(
  { zone_id: id }: User,
  zone: ZoneRef | undefined,
  nameOf: NameOf = () => undefined,
): ZoneRef | undefined {
  if (id === undefined || id === zone?.id) return zone;
  const name = nameOf({ kind: "zones", id })?.name;
  return { id, ...(name !== undefined && { name }) };
}

/**
 * The zone that the record names, if it isn't the queried one; undefined if it is the same, or the record names none.
 */
export function otherZoneOf(
  user: User,
  zone: ZoneRef | undefined,
  nameOf: NameOf,
): string | undefined {
  const own = zoneOf(user, zone, nameOf);
  if (!zone || !own || own.id === zone.id) return undefined;
  return t("user.otherZone", { zone: zoneName(own) });
}

/** A role, in words: the single source for card, side panel, lists and copies. */
export interface RoleWords {
  name: string;
  /** The role's owner, if another role has the same name. */
  owner: string | undefined;
  /** What distinguishes it from others: its owner, where it comes from, and its scope. */
  beside: string[];
  /** The same without the usual: a direct grant, and the zone itself; a thing by its name only. */
  brief: string[];
  /** The same without the usual origin: a direct grant. */
  told: string[];
  /** As few words as possible: its owner, and that it comes from a group. */
  fewest: string[];
}

/** @returns the words for each role of a user */
export function roleWords(
  user: User,
  nameOf: NameOf = () => undefined,
): (role: RoleAssignment) => RoleWords {
  const shared = sharedIdentifiers(user);
  const scopeOf = scopeWords(user, nameOf);
  return (role) => {
    const name = role.role_identifier;
    const owner = shared.has(name) ? ownerOf(role) : undefined;
    const scope = scopeOf(role.scope);
    const from = fromOf(role, user, nameOf);
    return {
      name,
      owner,
      beside: given(owner, from, scope.words),
      brief: given(owner, role.source === "user" ? undefined : from, scope.brief),
      told: given(owner, role.source === "user" ? undefined : from, scope.words),
      fewest: given(owner, role.source === "group" ? t("user.viaGroup") : undefined),
    };
  };
}

const given = (...words: (string | undefined)[]) => words.filter((word) => word !== undefined);

/** Identifiers that roles of different owners share: such an identifier alone doesn't say which role it is. */
function sharedIdentifiers({ role_assignments: roles = [] }: User): Set<string> {
  const owners = new Map<string, string | undefined>();
  const shared = new Set<string>();
  for (const { role_identifier: name, role_owner_type: owner } of roles)
    if (!owners.has(name)) owners.set(name, owner);
    else if (owners.get(name) !== owner) shared.add(name);
  return shared;
}

function ownerOf({ role_owner_type: owner }: RoleAssignment): string | undefined {
  if (owner === "platform") return t("user.platformRole");
  return owner === "customer" ? t("user.customerRole") : owner;
}

type Scope = RoleAssignment["scope"];

interface ScopeWords {
  words: string;
  /** Undefined for the zone itself. */
  brief: string | undefined;
}

/** `zone`, or the type and name of the thing; its ID if the name is unknown. */
function scopeWords(user: User, nameOf: NameOf): (scope: Scope) => ScopeWords {
  const isOwn = (scope: Scope) =>
    scope === null || (scope?.type === "zone" && scope.id === user.zone_id);
  const hasOthers = user.role_assignments?.some(
    ({ scope }) => scope?.type === "zone" && !isOwn(scope),
  );
  return (scope) => {
    if (scope === undefined) return alike(t("user.scopeNotReported"));
    if (scope === null || isOwn(scope))
      return hasOthers
        ? alike(t("user.thisZone"))
        : { words: t("user.zoneScope"), brief: undefined };
    const thing = scopeThing(scope);
    const name = thing && nameOf(thing)?.name;
    if (scope.type === "zone") return alike(t("user.zoneOf", { zone: name ?? scope.id }));
    const words = `${scope.type} ${name ?? scope.id}`;
    return { words, brief: name ?? words };
  };
}

const alike = (words: string): ScopeWords => ({ words, brief: words });

function fromOf(
  { source, group_id: id }: RoleAssignment,
  user: User,
  nameOf: NameOf,
): string | undefined {
  if (source === "user") return t("user.direct");
  if (source !== "group") return undefined;
  if (id === undefined) return t("user.viaGroup");
  const thing = { kind: "groups", id } as const;
  return t("user.viaGroupOf", {
    group: nameInRecord(user, thing) ?? nameOf(thing)?.name ?? id,
  });
}

/**
 * What to say if no role is listed; the last part of a message key. "No roles" needs proof that roles through groups
 * were counted (docs/certainty.md). Undefined if there are roles.
 */
export function noRolesOf(user: User) {
  const { role_assignments: held } = user;
  if (held === undefined) return "rolesNotReported";
  if (held.length > 0) return undefined;
  return isCounted(user) ? "noRoles" : "noDirectRoles";
}

/** Whether roles are listed, but more through groups can be missing. */
export function rolesMayMiss(user: User): boolean {
  return (user.role_assignments ?? []).length > 0 && !isCounted(user);
}

/** Whether roles through groups were counted. */
const isCounted = ({ rolesCounted }: User) => rolesCounted === "all" || rolesCounted === "gathered";
