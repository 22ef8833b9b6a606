import { useEffect, useState } from "preact/hooks";
import { announce, silence } from "../parts/announcer.tsx";
import { type Stopped, settled } from "./settled.ts";

/** An extra request that a click starts, besides the lookup. */
export interface ExtraRequest<Reply> {
  /** Undefined until it arrives. */
  reply: Reply | undefined;
  busy: boolean;
  ask: () => void;
}

/**
 * Starts an extra request besides a lookup, and has a screen reader announce the reply once.
 *
 * @param announced the reply in words
 */
export function useExtraRequest<Reply>(
  ask: () => Promise<Reply>,
  announced: (reply: Reply | Stopped) => string,
): ExtraRequest<Reply | Stopped> {
  const [reply, setReply] = useState<Reply | Stopped>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (reply === undefined) return;
    announce(announced(reply));
    return silence;
  }, [reply]);

  async function run() {
    setReply(undefined);
    setBusy(true);
    setReply(await settled(ask()));
    setBusy(false);
  }

  return { reply, busy, ask: () => void run() };
}
