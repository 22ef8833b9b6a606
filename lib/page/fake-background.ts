import type { FromContentScripts } from "../contract/content-scripts.ts";
import type { ReplyOf } from "../contract/message.ts";
import type { Background } from "./background.ts";
import type { Lifetime } from "./lifetime.ts";

type Replies = {
  [N in keyof FromContentScripts]?: (
    params: object,
  ) => ReplyOf<FromContentScripts[N]> | Promise<ReplyOf<FromContentScripts[N]>> | undefined;
};

/** The background as the content script under test sees it, with a record of each message as it was sent. */
export interface FakeBackground extends Background {
  sent: ({ type: keyof FromContentScripts } & Record<string, unknown>)[];
}

/** @param replies its replies, where it has any */
export function fakeBackground(replies: Replies = {}): FakeBackground {
  const sent: FakeBackground["sent"] = [];
  return {
    sent,
    async send(name, ...[params]) {
      sent.push({ type: name, ...params });
      return replies[name]?.(params ?? {});
    },
  };
}

/** A lifetime that the test can end. */
export function fakeLifetime(): Lifetime {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    alive: () => !controller.signal.aborted,
    end: () => controller.abort(),
  };
}
