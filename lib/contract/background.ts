import { browser } from "wxt/browser";
import type { FromExtensionPages } from "./extension-pages.ts";
import type { Secrets } from "./lay-down.ts";
import type { ParamsOf, ReplyOf } from "./message.ts";
import { NEWS, type News } from "./news.ts";

type Name = keyof FromExtensionPages;
type Params<N extends Name> = ParamsOf<FromExtensionPages[N]>;
type Reply<N extends Name> = Promise<ReplyOf<FromExtensionPages[N]>>;

type Asks<N extends Name> = N extends keyof Secrets
  ? (secret: Secrets[N]) => Reply<N>
  : keyof Params<N> extends never
    ? () => Reply<N>
    : (params: Params<N>) => Reply<N>;

/**
 * The background as popup, side panel and options see it: one function for each message of extension-pages.ts, of the
 * same name. Components take it as a prop; tests pass a fake.
 */
export type BackgroundApi = { [N in Name]: Asks<N> } & {
  /** Calls back at each piece of news of this kind. @returns a function that ends it */
  on(news: News, callback: () => void): () => void;
};

/**
 * The worker may be stopped in the middle of its answer: every request of a page only reads or sets the same thing again,
 * so it is asked once more.
 */
const twice = <T>(attempt: () => Promise<T>): Promise<T> => attempt().catch(attempt);

const ask = <N extends Name>(name: N, params?: object): Reply<N> =>
  twice(() => send<N>({ type: name, ...params }));

/**
 * The same with something secret, which is laid down before each try: the background takes it once. How that is done comes
 * when there is something, not with a page's first paint.
 */
const askWith =
  <N extends keyof Secrets>(name: N) =>
  (secret: Secrets[N]): Reply<N> =>
    twice(async () => {
      const { whenLaidDown } = await import("./lay-down.ts");
      const reply = await whenLaidDown(session, name, secret, () => send<N>({ type: name }));
      return reply as Awaited<Reply<N>>;
    });

/** @throws Error when the worker stopped before it has answered: Chromium gives undefined then, or fails by itself */
async function send<N extends Name>(message: { type: N }): Reply<N> {
  const answer: unknown = await browser.runtime.sendMessage(message);
  if (answer === undefined) throw new Error("The background has not answered.");
  return (answer ?? undefined) as Awaited<Reply<N>>;
}

function on(news: News, callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (NEWS[news] in changes) callback();
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

const { session } = browser.storage;

const byHand: Pick<BackgroundApi, keyof Secrets | "on"> = {
  connect: askWith("connect"),
  unlock: askWith("unlock"),
  keepOtherwise: askWith("keepOtherwise"),
  on,
};

/**
 * The background as the extension's own pages see it. No page carries the table of messages: a name is the message, and
 * its function is made when it is first wanted, and the same from then on.
 */
export const background = new Proxy<Partial<BackgroundApi>>(byHand, {
  get(made, key) {
    const name = key as Name;
    // Who awaits or prints an object reads these, and means no message.
    if (typeof key === "string" && key !== "then")
      made[name] ??= ((params?: object) => ask(name, params)) as never;
    return made[name];
  },
}) as BackgroundApi;
