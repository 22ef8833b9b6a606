import type { BackgroundApi } from "./background.ts";
import {
  dispatchFromCard,
  type FromCard,
  type FromCardMessage,
  type ToCard,
  type ToCardMessage,
} from "./card-port.ts";
import type {
  FromContentScripts,
  ToContentScripts,
  ToEveryFrame,
  ToSubFrames,
  ToTopFrame,
} from "./content-scripts.ts";
import type { Envelope } from "./envelope.ts";
import type { FromExtensionPages } from "./extension-pages.ts";
import type { ParamsOf } from "./message.ts";
import type { MessageHandlers } from "./message-handlers.ts";
import type { Handlers } from "./requests.ts";
import type { Sender } from "./sender.ts";

/**
 * What the compiler refuses: `npm run types` fails if a marked line here compiles, or if any other one doesn't. Nothing
 * of this is ever run.
 */

/** Compiles for a value of this type. */
declare function is<T>(value: T): void;

/** The members that a value of this type can lack; never: it must have all of them. */
type Dispensable<T> = { [N in keyof T]: Omit<T, N> extends T ? N : never }[keyof T];

/** Compiles for a type whose members are all required. */
declare function needsAll<T>(...none: [Dispensable<T>] extends [never] ? [] : [never]): void;

declare const background: BackgroundApi;
declare const handlers: Handlers<Sender>;
const query = { kind: "email", value: "ada@example.com" } as const;
const nothing = () => undefined;

needsAll<{ a: 1; b: 2 }>();
// @ts-expect-error b may be missing
needsAll<{ a: 1; b?: 2 }>();

/* A missing handler */

needsAll<Handlers<Sender>>();
const { lookUp: _lookUp, ...noLookUp } = handlers;
const { fillCard: _fillCard, ...noFillCard } = handlers;
is<Handlers<Sender>>({ ...noLookUp, lookUp: handlers.lookUp });
// @ts-expect-error lookUp, which extension pages send
is<Handlers<Sender>>(noLookUp);
is<Handlers<Sender>>({ ...noFillCard, fillCard: handlers.fillCard });
// @ts-expect-error fillCard, which content scripts send
is<Handlers<Sender>>(noFillCard);

/* A handler that answers something else, or needs more than the message has */

is<Handlers<Sender>["recents"]>(async () => [{ query, name: "Ada" }]);
// @ts-expect-error no name
is<Handlers<Sender>["recents"]>(async () => [{ query }]);
// @ts-expect-error no list
is<Handlers<Sender>["recents"]>(async () => ({ query, name: "Ada" }));
// @ts-expect-error nothing
is<Handlers<Sender>["recents"]>(async () => undefined);
// @ts-expect-error no promise
is<Handlers<Sender>["recents"]>(() => [{ query, name: "Ada" }]);
is<Handlers<Sender>["forgetRecents"]>(async () => undefined);
// @ts-expect-error something where nothing is answered
is<Handlers<Sender>["forgetRecents"]>(async () => 1);
is<Handlers<Sender>["fillCard"]>(async () => ({ painted: true }));
// @ts-expect-error another type
is<Handlers<Sender>["fillCard"]>(async () => ({ painted: "yes" }));
is<Handlers<Sender>["lookUpMany"]>(async () => ({ answers: [{ state: "absent", asOf: 0 }] }));
// @ts-expect-error no such state
is<Handlers<Sender>["lookUpMany"]>(async () => ({ answers: [{ state: "gone", asOf: 0 }] }));
is<Handlers<Sender>["chooseZone"]>(async ({ zoneId }) => ({
  state: "chosen",
  zone: { id: zoneId },
}));
is<Handlers<Sender>["chooseZone"]>(
  // @ts-expect-error the message has no name
  async ({ name }) => ({ state: "chosen", zone: { id: name } }),
);

/* A parameter that is wrong or missing */

void background.chooseZone({ zoneId: "zone1" });
// @ts-expect-error none at all
void background.chooseZone();
// @ts-expect-error not this one
void background.chooseZone({});
// @ts-expect-error of another type
void background.chooseZone({ zoneId: 1 });
// @ts-expect-error one more
void background.chooseZone({ zoneId: "zone1", more: 1 });
void background.recents();
// @ts-expect-error one where there is none
void background.recents({ query });
void background.lookUp({ query });
void background.lookUp({ query, fresh: true });
// @ts-expect-error a wrong one beside the right one
void background.lookUp({ query, fresh: "yes" });
// @ts-expect-error no such kind
void background.lookUp({ query: { kind: "name", value: "Ada" } });
void background.changeSettings({ theme: "dark" });
// @ts-expect-error no such theme
void background.changeSettings({ theme: "sepia" });
// @ts-expect-error absent, but not undefined
void background.changeSettings({ theme: undefined });
void background.unlock({ passphrase: "right horse" });
// @ts-expect-error without its secret
void background.unlock();
void background.on("pinned", nothing);
// @ts-expect-error no such news
void background.on("unlocked", nothing);
void background.recents().then(([first]) => is<string | undefined>(first?.name));
// @ts-expect-error the reply has no such member
void background.recents().then(([first]) => first?.email);

/** What a message carries has no place for a secret. */
type Secretive = "connect" | "unlock" | "keepOtherwise";
is<Record<Secretive, never>>({} as { [N in Secretive]: keyof ParamsOf<FromExtensionPages[N]> });

/* A fake background that lacks a message */

needsAll<BackgroundApi>();
const { search: _search, ...noSearch } = background;
is<BackgroundApi>({ ...noSearch, search: async () => ({ state: "absent", asOf: 0 }) });
// @ts-expect-error search
is<BackgroundApi>(noSearch);
// @ts-expect-error search with another reply
is<BackgroundApi>({ ...noSearch, search: async () => ({ state: "none" }) });
const { on: _on, ...noNews } = background;
is<BackgroundApi>({ ...noNews, on: () => nothing });
// @ts-expect-error on
is<BackgroundApi>(noNews);

/* A content script without a handler for a message */

needsAll<MessageHandlers<ToTopFrame>>();
needsAll<MessageHandlers<ToSubFrames>>();
needsAll<MessageHandlers<ToEveryFrame>>();
needsAll<MessageHandlers<ToContentScripts>>();
is<MessageHandlers<ToSubFrames>>({ cardOpened: nothing, cardClosed: nothing });
// @ts-expect-error cardClosed
is<MessageHandlers<ToSubFrames>>({ cardOpened: nothing });
is<MessageHandlers<ToEveryFrame>>({
  settingsChanged: ({ settings: { showMs } }) => is<number>(showMs),
  marksChanged: nothing,
  sitesChanged: nothing,
});
// @ts-expect-error sitesChanged
is<MessageHandlers<ToEveryFrame>>({ settingsChanged: nothing, marksChanged: nothing });
const top: Omit<MessageHandlers<ToTopFrame>, "pinCard"> = {
  frameInput: ({ zoom }) => is<number>(zoom),
  frameInvoked: ({ by }) => is<"keyboard" | "menu">(by),
  pointerInCard: nothing,
  closeCard: nothing,
  resizeCard: nothing,
};
is<MessageHandlers<ToTopFrame>>({ ...top, pinCard: ({ pinned }) => is<boolean>(pinned) });
// @ts-expect-error pinCard
is<MessageHandlers<ToTopFrame>>(top);
// @ts-expect-error the parameter of pinCard is a boolean
is<MessageHandlers<ToTopFrame>>({ ...top, pinCard: ({ pinned }) => is<string>(pinned) });

/* Either end of the card's port without a handler for a message */

needsAll<MessageHandlers<ToCard>>();
needsAll<MessageHandlers<FromCard>>();
declare const card: MessageHandlers<ToCard>;
declare const worker: MessageHandlers<FromCard>;
const { empty: _empty, ...noEmpty } = card;
const { painted: _painted, ...noPainted } = worker;
is<MessageHandlers<ToCard>>({ ...noEmpty, empty: nothing });
// @ts-expect-error empty
is<MessageHandlers<ToCard>>(noEmpty);
// @ts-expect-error names has a list
is<MessageHandlers<ToCard>>({ ...card, names: ({ names }) => is<string>(names) });
dispatchFromCard({}, { ...noPainted, painted: ({ look }) => is<number>(look) });
// @ts-expect-error painted
dispatchFromCard({}, noPainted);
// @ts-expect-error painted has a number
dispatchFromCard({}, { ...noPainted, painted: ({ look }) => is<string>(look) });
// @ts-expect-error the other end
is<MessageHandlers<ToCard>>(worker);

is<ToCardMessage>({ type: "answer", look: 1, answer: { state: "absent", asOf: 0 } });
// @ts-expect-error no such state
is<ToCardMessage>({ type: "answer", look: 1, answer: { state: "gone", asOf: 0 } });
// @ts-expect-error found, without users
is<ToCardMessage>({ type: "answer", look: 1, answer: { state: "found", users: [], asOf: 0 } });
// @ts-expect-error without its look
is<ToCardMessage>({ type: "answer", answer: { state: "absent", asOf: 0 } });

is<ToCardMessage>({ type: "standing", pinned: true, expanded: false });
// @ts-expect-error without whether it is expanded
is<ToCardMessage>({ type: "standing", pinned: true });
is<FromCardMessage>({ type: "pin", pinned: true });
// @ts-expect-error without whether it is pinned
is<FromCardMessage>({ type: "pin" });
// @ts-expect-error of the other direction
is<FromCardMessage>({ type: "empty" });

/* A content script that sends what only extension pages can send */

/** As content scripts send. */
declare function send<N extends keyof FromContentScripts>(
  message: Envelope<N, ParamsOf<FromContentScripts[N]>>,
): void;
send({ type: "emptyCard", hadFocus: false });
// @ts-expect-error only for extension pages
send({ type: "recents" });
send({ type: "issueTicket", page: 1 });
// @ts-expect-error without its parameter
send({ type: "issueTicket" });
is<keyof FromContentScripts>("loadLook");
// @ts-expect-error only for extension pages
is<keyof FromContentScripts>("lookUp");
void background.lookUp;
// @ts-expect-error only for content scripts
void background.fillCard;
is<never[]>([] as (keyof FromContentScripts & keyof FromExtensionPages)[]);
