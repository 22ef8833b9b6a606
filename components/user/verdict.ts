import { number, t } from "../../lib/i18n.ts";
import type { User, Way } from "../../lib/keycard/index.ts";
import { clipped, inertLine } from "../parts/unseen.ts";
import { isManaged, isWithoutSignIn } from "./user-words.ts";

/** Something to know before answering "can this person sign in?". What each follows from: docs/verdict.md. */
export type Matter =
  /** The account is disabled: it can't authenticate. */
  | { kind: "disabled" }
  /** A status that is neither active nor disabled: what it allows is unknown here. */
  | { kind: "unknown_status"; status: string }
  /** Disabled, and this many sessions are listed as active. */
  | { kind: "sessions_active"; count: number }
  /** Disabled, and the record counts this many sessions, but the API doesn't say that they are active. */
  | { kind: "sessions_counted"; count: number }
  /** Every way to sign in went through a provider that was deleted. */
  | { kind: "provider_deleted"; count: number }
  /** No last sign-in: never, or not reported. */
  | { kind: "no_sign_in" }
  /** Synced from a directory, which owns the status. Nothing is wrong with that. */
  | { kind: "managed" };

/** What is wrong with a user according to Keycard, or isn't Keycard's to change. */
export interface Verdict {
  /** All matters, the most important first; lists sort and filter by them. */
  matters: readonly [Matter, ...Matter[]];
  /** The first ones, as a sentence. */
  sentence: string;
  /** The same without its period, for a line that continues. */
  clause: string;
}

/** Matters that the sentence has room for. */
export const MATTERS_SAID = 2;

/**
 * @returns undefined if nothing is wrong as far as Keycard reports: a field that isn't reported doesn't count as wrong
 */
export function verdictOf(user: User): Verdict | undefined {
  const [first, ...others] = mattersOf(user);
  if (!first) return undefined;
  const matters = [first, ...others] as const;
  const sentence = matters
    .slice(0, MATTERS_SAID)
    .map(words)
    .reduce((before, next) => t("sentences", { first: before, second: next }));
  return { matters, sentence, clause: sentence.replace(/[.。]$/, "") };
}

function mattersOf(user: User): Matter[] {
  const status = statusMatters(user);
  const managed: Matter[] = isManaged(user) ? [{ kind: "managed" }] : [];
  const signIn = signInMatters(user);
  // Someone who wants a status changed has to know where; for an active user it matters least.
  return status.length > 0 ? [...status, ...managed, ...signIn] : [...signIn, ...managed];
}

function statusMatters({ status, session_count: counted = 0, activeSessions: active }: User) {
  const matters: Matter[] = [];
  if (status === undefined || status === "active") return matters;
  if (status !== "disabled") return [{ kind: "unknown_status", status } satisfies Matter];
  matters.push({ kind: "disabled" });
  if (active) matters.push({ kind: "sessions_active", count: active });
  else if (active === undefined && counted > 0)
    matters.push({ kind: "sessions_counted", count: counted });
  return matters;
}

function signInMatters(user: User): Matter[] {
  const matters: Matter[] = [];
  const deleted = deletedProviders(user);
  if (deleted > 0) matters.push({ kind: "provider_deleted", count: deleted });
  if (isWithoutSignIn(user)) matters.push({ kind: "no_sign_in" });
  return matters;
}

/** How many providers were deleted, if nothing else is left to sign in with; otherwise 0. */
function deletedProviders({ credentials = [], issuer, provider_id: provider }: User): number {
  if (credentials.length > 0) return credentials.every(isDeleted) ? credentials.length : 0;
  // An account with only a password lacks the provider too, but has no issuer.
  return issuer !== undefined && provider === undefined ? 1 : 0;
}

const isDeleted = ({ type, provider_id: provider }: Way) =>
  type === "federation" && provider === null;

/** Characters of a status that a short sentence has room for. */
const STATUS_MAX_CHARS = 60;

function words(matter: Matter): string {
  switch (matter.kind) {
    case "unknown_status":
      return t("verdict.unknown_status", {
        status: inertLine(clipped(matter.status, STATUS_MAX_CHARS)),
      });
    case "sessions_active":
    case "sessions_counted":
      return t(`verdict.${matter.kind}`, matter.count, [number(matter.count)]);
    case "provider_deleted":
      return t("verdict.provider_deleted", matter.count);
    default:
      return t(`verdict.${matter.kind}`);
  }
}
