import type {
  FromContentScripts,
  ToEveryFrame,
  ToSubFrames,
  ToTopFrame,
} from "../contract/content-scripts.ts";
import { type Hears, handOn } from "../contract/hears.ts";
import type { ParamsOf, ReplyOf } from "../contract/message.ts";
import type { Lifetime } from "./lifetime.ts";

type Name = keyof FromContentScripts;
type Params<N extends Name> = ParamsOf<FromContentScripts[N]>;
type Reply<N extends Name> = ReplyOf<FromContentScripts[N]>;

/** A message that carries nothing is its name alone. */
type Carried<N extends Name> = keyof Params<N> extends never ? [] : [params: Params<N>];

/** The content script's line to the background. */
export interface Background {
  /** @returns the reply; undefined when the background could not be reached, or does not answer this site */
  send<N extends Name>(name: N, ...carried: Carried<N>): Promise<Reply<N> | undefined>;
}

/**
 * The worker may have just died, or be starting: one more try. After the extension was reloaded there is nobody to
 * reach any more, and the script ends.
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

/** All that the background tells a frame of one role or the other. */
type FrameHears = Hears<ToTopFrame & ToEveryFrame> | Hears<ToSubFrames & ToEveryFrame>;

/** Hears the background, and nobody else: a sender with a tab is another content script. */
export function hearBackground(hears: FrameHears, signal: AbortSignal): void {
  function onMessage(message: unknown, sender: chrome.runtime.MessageSender): void {
    if (sender.id !== chrome.runtime.id || sender.tab) return;
    // What is meant for frames of the other role comes here too, and is heard by nobody.
    handOn(hears, message);
  }
  chrome.runtime.onMessage.addListener(onMessage);
  signal.addEventListener("abort", () => chrome.runtime?.onMessage?.removeListener(onMessage));
}
