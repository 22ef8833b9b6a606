import { browser } from "wxt/browser";
import type { FromExtensionPages } from "./extension-pages.ts";
import type { ParamsOf, ReplyOf } from "./message.ts";
import { NEWS, type News } from "./news.ts";
import type { Secrets } from "./secrets.ts";

type Name = keyof FromExtensionPages;
type Params<N extends Name> = ParamsOf<FromExtensionPages[N]>;
type Reply<N extends Name> = Promise<ReplyOf<FromExtensionPages[N]>>;

type Asks<N extends Name> = N extends keyof Secrets
  ? (secret: Secrets[N]) => Reply<N>
  : keyof Params<N> extends never
    ? () => Reply<N>
    : (params: Params<N>) => Reply<N>;

/**
 * The background as popup, side panel and options see it: one function of the same name for each message in
 * extension-pages.ts. Components take it as a prop; tests pass a fake.
 */
export type BackgroundApi = { [N in Name]: Asks<N> } & {
  /** Calls back for each piece of news of this kind. @returns a function that stops it */
  on(news: News, callback: () => void): () => void;
};

/**
 * Retries once, because the worker may be stopped before it has answered. Repeating is safe: every request of a page
 * only reads something, or sets it to the same value again.
 */
const twice = <T>(attempt: () => Promise<T>): Promise<T> => attempt().catch(attempt);

const ask = <N extends Name>(name: N, params?: object): Reply<N> =>
  twice(() => send<N>({ type: name, ...params }));

/**
 * The same for a request with a secret, which is stored for the background before each attempt, because the background
 * takes it only once. The code for this is loaded when it is needed, not with a page's first paint.
 */
const askWith =
  <N extends keyof Secrets>(name: N) =>
  (secret: Secrets[N]): Reply<N> =>
    twice(async () => {
      const { sendWithSecret } = await import("./secrets.ts");
      const reply = await sendWithSecret(session, name, secret, () => send<N>({ type: name }));
      return reply as Awaited<Reply<N>>;
    });

/** @throws Error if the worker stopped before it has answered: Chromium then returns undefined, or rejects by itself */
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
 * The background as the extension's own pages see it. No page contains the table of messages: the name of a function is
 * the name of its message. Each function is created on first use, and stays the same.
 */
export const background = new Proxy<Partial<BackgroundApi>>(byHand, {
  get(made, key) {
    const name = key as Name;
    // Awaiting or printing an object reads these properties, which aren't messages.
    if (typeof key === "string" && key !== "then")
      made[name] ??= ((params?: object) => ask(name, params)) as never;
    return made[name];
  },
}) as BackgroundApi;
