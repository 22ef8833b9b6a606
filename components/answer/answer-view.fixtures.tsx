import type { Answer, Failure } from "../../lib/directory/answer.ts";
import type { FailureReason } from "../../lib/failure-reason.ts";
import type { Query } from "../../lib/query.ts";
import { never } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { absent, ada, bare, bob, found, stale, zone } from "../testing/sample-users.ts";
import { AnswerView, type AnswerViewProps } from "./answer-view.tsx";
import { answerRestHere } from "./rest-here.ts";

const email: Query = { kind: "email", value: "ada.lovelace@example.com" };

const of =
  (answer: Answer, query: Query = email, own: Partial<AnswerViewProps> = {}) =>
  () => (
    <AnswerView
      rest={answerRestHere}
      answer={answer}
      query={query}
      zone={zone}
      extent="glance"
      busy={false}
      turn={0}
      lookElsewhere={never}
      suggest={never}
      onSearch={() => undefined}
      onOpenOptions={() => undefined}
      onUnlock={() => undefined}
      onAgain={() => undefined}
      {...own}
    />
  );

/** What each reason shows, and what to do about it; a missing reason doesn't compile. */
const FAILURES: Record<FailureReason, [shows: string[], more?: Omit<Failure, "why">]> = {
  noKey: [["No key is set up", "Open options"]],
  keyLocked: [["The key is locked.", "Unlock"]],
  wrongPassphrase: [["Wrong passphrase", "Try again"]],
  keyDamaged: [["The stored key is damaged", "Open options"]],
  keyNewer: [["A newer version of this extension", "Open options"]],
  keyWeak: [["weaker protection than this extension allows", "Open options"]],
  deviceKeyLost: [["no longer has its part of the stored key", "Open options"]],
  noDeviceStore: [["can’t keep the key on this device", "Open options"]],
  noRoom: [["no room left", "Try again"]],
  setByPolicy: [["Your organization has set this differently.", "Try again"]],
  noZone: [["No zone has been chosen yet.", "Open options"]],
  keyRefused: [
    ["Keycard refused the key", "HTTP 401", "Open options"],
    { status: 401, detail: "token revoked" },
  ],
  keyExpired: [
    [
      "Keycard refused the key: it has expired.",
      "This computer’s clock is 2 hours behind the server’s.",
      "Open options",
    ],
    { status: 401, clockAheadMs: -7_200_000 },
  ],
  forbidden: [["This key can’t access this zone.", "Open options"], { status: 403 }],
  zoneNotFound: [["This zone doesn’t exist", "Open options"], { status: 404 }],
  limited: [
    ["Keycard is limiting requests until 09:05.", "Try again"],
    { status: 429, retryAt: new Date(2026, 10, 2, 9, 5).getTime() },
  ],
  server: [
    ["Keycard answered with an error.", "HTTP 503", "Try again"],
    { status: 503, detail: "upstream connect error" },
  ],
  network: [["Keycard couldn’t be reached.", "Try again"]],
  offline: [["Keycard couldn’t be reached: this browser is offline.", "Try again"]],
  notAllowed: [["doesn’t let Keycard Lookup reach Keycard", "Open options"]],
  resting: [
    ["Keycard keeps failing, so requests are paused until 09:06.", "Try again"],
    { retryAt: new Date(2026, 10, 2, 9, 5, 10).getTime() },
  ],
  tooFast: [["too many people in a short time", "Try again"]],
  timeout: [["Keycard didn’t respond in time.", "Try again"]],
  invalidReply: [["wasn’t valid for the Keycard API", "Try again"]],
  badRequest: [["Keycard couldn’t process this request.", "Try again"]],
  aborted: [["stopped before the answer came", "Try again"]],
};

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
    shows: ["From 12 minutes ago · couldn’t refresh: Keycard couldn’t be reached.", "Try again"],
  },
  {
    name: "stale, the key is refused",
    render: of(stale(ada), email, { notRefreshed: { why: "keyRefused", status: 401 } }),
    shows: ["couldn’t refresh: Keycard refused the key", "Open options"],
  },
  {
    name: "found, and there may be more",
    render: of({ state: "found", users: [bare], asOf: 0, doubt: "first-100-only" }),
    shows: ["There may be more"],
  },
  {
    name: "found, by an address that may be cut",
    render: of({ state: "found", users: [bare], asOf: 0, doubt: "may-be-cut" }),
    shows: ["The page may have cut this address"],
  },
  {
    name: "no user with this e-mail address",
    render: of(absent),
    shows: [
      "Search other zones",
      "No user with this e-mail address in zone Production.",
      "They may use another address, or this one has a typo.",
      "Find similar addresses",
      "Search for “ada.lovelace”",
    ],
  },
  {
    name: "no user with this ID",
    render: of(absent, { kind: "id", value: ada.id }),
    shows: ["No user with this user ID in zone Production."],
  },
  {
    name: "cannot tell, the address may be cut",
    render: of({ state: "inconclusive", doubt: "may-be-cut", asOf: 0 }),
    shows: [
      "Cannot tell: the page may have cut this address, and no user has exactly ada.lovelace@example.com.",
      "Someone with a longer address may be meant.",
      "Find similar addresses",
    ],
  },
  {
    name: "no user with this identifier",
    render: of(absent, { kind: "identifier", value: "E-1042" }),
    shows: ["No user with this identifier in zone Production."],
  },
  {
    name: "cannot tell",
    render: of({ state: "inconclusive", doubt: "first-100-only", asOf: 0 }),
    shows: [
      "Cannot tell: this zone lists only its first 100 users, and ada.lovelace@example.com isn’t among them.",
      "Look them up by user ID.",
    ],
  },
  {
    name: "cannot tell: answers do not add up",
    render: of({ state: "inconclusive", doubt: "contradictory", asOf: 0 }),
    shows: [
      "Cannot tell whether ada.lovelace@example.com is here: this zone’s answers don’t add up.",
    ],
  },
  {
    name: "cannot tell: the zone cannot be asked",
    render: of({ state: "inconclusive", doubt: "not-askable", asOf: 0 }),
    shows: ["this zone’s API can’t search for it."],
  },
  {
    name: "cannot tell: the key may not read one user",
    render: of({ state: "inconclusive", doubt: "not-allowed", asOf: 0 }),
    shows: ["this key can’t read a single user.", "Look the person up by e-mail address."],
  },
  {
    name: "found, and the zone cannot be asked for all",
    render: of({ state: "found", users: [bare], asOf: 0, doubt: "not-askable" }),
    shows: ["There may be more: this zone’s API can’t search for this."],
  },
  {
    name: "found, and answers do not add up",
    render: of({ state: "found", users: [bare], asOf: 0, doubt: "contradictory" }),
    shows: ["There may be more: this zone’s answers don’t add up."],
  },
  {
    name: "limited, counting down",
    render: () =>
      of({
        state: "failed",
        failure: { why: "limited", status: 429, retryAt: Date.now() + 42_000 },
      })(),
    shows: ["It’s tried again then.", "Try again 0:4"],
  },
  ...Object.entries(FAILURES).map(([why, [shows, more]]) => ({
    name: `failed: ${why}`,
    render: of({ state: "failed", failure: { why: why as FailureReason, ...more } }),
    shows,
  })),
];
