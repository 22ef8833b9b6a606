import { useEffect, useState } from "preact/hooks";
import type { Connection } from "../../lib/directory/replies.ts";
import type { BackgroundApi } from "../../lib/messages/background-api.ts";
import { type Stopped, settled } from "../settled.ts";

/** How it stands; or that the background, and so nobody, can say. */
type Standing = Connection | Stopped;

/**
 * Key and zone as they stand; undefined until that is known. The same object as long as people are looked up in the
 * same zone or for the same reason not at all.
 *
 * @param onConnection calls back when that may have changed
 */
export function useConnection(
  { connection }: Pick<BackgroundApi, "connection">,
  onConnection: (callback: () => void) => () => void,
): Standing | undefined {
  const [known, setKnown] = useState<Standing>();
  useEffect(() => {
    let latest = 0;
    const read = async () => {
      const mine = ++latest;
      const now = await settled(connection());
      if (mine === latest) setKnown((before) => (before && isSame(before, now) ? before : now));
    };
    const stop = onConnection(() => void read());
    void read();
    return () => {
      latest = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [connection, onConnection]);
  return known;
}

function isSame(one: Standing, other: Standing): boolean {
  return one.state === other.state && zoneOf(one) === zoneOf(other);
}

function zoneOf(connection: Standing): string | undefined {
  return connection.state === "ready" ? connection.zone.id : undefined;
}
