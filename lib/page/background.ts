import type {
  FromContentScripts,
  ToEveryFrame,
  ToSubFrames,
  ToTopFrame,
} from "../contract/content-scripts.ts";
import type { ParamsOf, ReplyOf } from "../contract/message.ts";
import { dispatch, type MessageHandlers } from "../contract/message-handlers.ts";
import type { Lifetime } from "./lifetime.ts";

type Name = keyof FromContentScripts;
type Params<N extends Name> = ParamsOf<FromContentScripts[N]>;
type Reply<N extends Name> = ReplyOf<FromContentScripts[N]>;

/** A message without parameters is sent by its name alone. */
type Carried<N extends Name> = keyof Params<N> extends never ? [] : [params: Params<N>];

/** The content script's connection to the background. */
export interface Background {
  /** @returns the reply; undefined if the background can't be reached, or doesn't answer this site */
  send<N extends Name>(name: N, ...carried: Carried<N>): Promise<Reply<N> | undefined>;
}

/**
 * Retries once, since the worker may just have stopped or may still be starting. After the extension is reloaded there
 * is no background to reach any more, and the script ends.
 */
export function connectBackground(lifetime: Lifetime): Background {
  async function attempt<N extends Name>(message: { type: N }): Promise<Reply<N> | undefined> {
    if (!lifetime.alive()) return undefined;
    return (await chrome.runtime.sendMessage(message)) ?? undefined;
  }
  return {
    async send(name, ...[params]) {
      const message = { type: name, ...params };
      return attempt(message).catch(() => attempt(message).catch(() => undefined));
    },
  };
}

/** Handlers for everything that the background sends to a frame of one role or the other. */
type FrameHandlers =
  | MessageHandlers<ToTopFrame & ToEveryFrame>
  | MessageHandlers<ToSubFrames & ToEveryFrame>;

/** Handles messages of the background only: a sender with a tab is another content script. */
export function listenToBackground(handlers: FrameHandlers, signal: AbortSignal): void {
  function onMessage(message: unknown, sender: chrome.runtime.MessageSender): void {
    if (sender.id !== chrome.runtime.id || sender.tab) return;
    // Messages to frames of the other role arrive here too, and have no handler.
    dispatch(handlers, message);
  }
  chrome.runtime.onMessage.addListener(onMessage);
  signal.addEventListener("abort", () => chrome.runtime?.onMessage?.removeListener(onMessage));
}
