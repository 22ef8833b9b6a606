import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Connection } from "../../lib/connection/replies.ts";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { type Stopped, settled } from "../answer/settled.ts";

/** The current key and zone; or that the background, and so no one, knows them. */
interface Known {
  connection: Connection | Stopped;
  /** Changes when people are looked up with another key or in another zone, or no longer: answers are void then. */
  identity: string;
}

/**
 * Follows key and zone; `held` is undefined until they are known.
 *
 * @param whom who is shown: the state is read again for the next person
 */
export function useConnection(
  { connection, on }: Pick<BackgroundApi, "connection" | "on">,
  whom: string | undefined,
): { held: Known | undefined; reread: () => void } {
  const [known, setKnown] = useState<Known>();
  const [turn, setTurn] = useState(0);
  const reread = useCallback(() => setTurn((before) => before + 1), []);
  const changes = useRef(0);
  useEffect(() => {
    let latest = 0;
    const read = async () => {
      const mine = ++latest;
      const now = await settled(connection());
      if (mine === latest)
        setKnown({ connection: now, identity: identityOf(now, changes.current) });
    };
    const stop = on("connection", () => {
      changes.current++;
      void read();
    });
    void read();
    return () => {
      latest = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [connection, on, whom, turn]);
  return { held: known, reread };
}

/** While no one can be looked up, an attempt can be what the background reports as a change. */
function identityOf(connection: Connection | Stopped, changes: number): string {
  return connection.state === "ready" ? `${connection.zone.id} ${changes}` : connection.state;
}
