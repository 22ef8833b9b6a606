import type { Answer, Failure, FailureReason, Query } from "../../lib/directory/answer.ts";
import { never } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { absent, ada, bare, bob, found, stale, zone } from "../testing/sample-users.ts";
import { AnswerView, type AnswerViewProps } from "./answer-view.tsx";

const email: Query = { kind: "email", value: "ada.lovelace@example.com" };

const of =
  (answer: Answer, query: Query = email, own: Partial<AnswerViewProps> = {}) =>
  () => (
    <AnswerView
      answer={answer}
      query={query}
      zone={zone}
      surface="card"
      extent="glance"
      busy={false}
      turn={0}
      lookElsewhere={never}
      onOpenOptions={() => undefined}
      onAgain={() => undefined}
      {...own}
    />
  );

const failed = (why: FailureReason, shows: string[], rest: Omit<Failure, "why"> = {}): Fixture => ({
  name: `failed: ${why}`,
  render: of({ state: "failed", failure: { why, ...rest } }),
  shows,
});

const two: Answer = found(ada, { ...bob, email: ada.email });

export const fixtures: Fixture[] = [
  { name: "one user", render: of(found(ada)), shows: ["Active", "E-mail verified"] },
  {
    name: "two users share the address",
    render: of(two),
    shows: ["2 users share this address", "Active", "Disabled"],
  },
  {
    name: "stale, being refreshed",
    render: of(stale(ada), email, { busy: true }),
    shows: ["From 12 minutes ago · refreshing", "Active"],
  },
  {
    name: "stale, not refreshed",
    render: of(stale(ada), email, { notRefreshed: { why: "network" } }),
    shows: ["From 12 minutes ago · not refreshed: Keycard could not be reached.", "Try again"],
  },
  {
    name: "stale, the key is refused",
    render: of(stale(ada), email, { notRefreshed: { why: "key-refused", status: 401 } }),
    shows: ["not refreshed: Keycard refused the key", "Open options"],
  },
  {
    name: "found, and there may be more",
    render: of({ state: "found", users: [bare], asOf: 0, doubt: "first-100-only" }),
    shows: ["There may be more"],
  },
  {
    name: "no user with this e-mail address",
    render: of(absent),
    shows: [
      "Look in other zones",
      "No user with this e-mail address in zone Production.",
      "Search for a part of it in the toolbar popup.",
    ],
  },
  {
    name: "no user with this ID",
    render: of(absent, { kind: "id", value: ada.id }),
    shows: ["No user with this user ID in zone Production."],
  },
  {
    name: "cannot tell",
    render: of({ state: "inconclusive", doubt: "first-100-only", asOf: 0 }),
    shows: [
      "Cannot tell: this zone’s list shows only its first 100 users, and ada.lovelace@example.com is not among them.",
      "Look the person up by user ID.",
    ],
  },
  failed("no-key", ["No key for Keycard is set up", "Open options"]),
  failed("key-locked", ["The key is locked.", "Open options"]),
  failed("wrong-passphrase", ["That does not open the key", "Try again"]),
  failed("key-damaged", ["The stored key is damaged", "Open options"]),
  failed("key-newer", ["A newer version of this extension", "Open options"]),
  failed("key-weak", ["less protection than this extension ever uses", "Open options"]),
  failed("device-key-lost", ["no longer has its part of the stored key", "Open options"]),
  failed("no-device-store", ["keep no key on this device", "Open options"]),
  failed("no-zone", ["No zone has been chosen yet.", "Open options"]),
  failed("key-refused", ["Keycard refused the key", "HTTP 401", "Open options"], {
    status: 401,
    detail: "token revoked",
  }),
  failed("key-expired", ["The key has expired.", "Open options"]),
  failed("forbidden", ["This key may not read this zone.", "Open options"], { status: 403 }),
  failed("zone-not-found", ["Keycard knows no such zone", "Open options"], { status: 404 }),
  failed("limited", ["Keycard takes no more requests until 09:05.", "Try again"], {
    status: 429,
    retryAt: new Date(2026, 10, 2, 9, 5).getTime(),
  }),
  failed("server", ["Keycard answered with an error.", "HTTP 503", "Try again"], {
    status: 503,
    detail: "upstream connect error",
  }),
  failed("network", ["Keycard could not be reached.", "Try again"]),
  failed("offline", ["This browser is offline. Nothing was sent.", "Try again"]),
  failed("not-allowed", ["does not let Keycard Lookup reach Keycard", "Open options"]),
  failed("resting", ["Keycard kept failing and is left alone until 09:06.", "Try again"], {
    retryAt: new Date(2026, 10, 2, 9, 5, 10).getTime(),
  }),
  failed("too-fast", ["too many people in a short time", "Try again"]),
  failed("timeout", ["Keycard did not answer in time.", "Try again"]),
  failed("invalid-reply", ["no valid reply", "Try again"]),
  failed("bad-request", ["Keycard cannot be asked for this.", "Try again"]),
  failed("aborted", ["stopped before its answer came", "Try again"]),
];
