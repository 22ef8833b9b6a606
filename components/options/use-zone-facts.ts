import { useEffect, useState } from "preact/hooks";
import type { Connection, ZoneFacts } from "../../lib/connection/replies.ts";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { settled } from "../answer/settled.ts";

/**
 * What the zone in use tells of itself and of the key; asked for anew when either is another.
 *
 * @returns undefined until it has told, and where it cannot be asked: the look-ups say why
 */
export function useZoneFacts(
  zoneFacts: BackgroundApi["zoneFacts"],
  connection: Connection | undefined,
): ZoneFacts | undefined {
  const [told, setTold] = useState<ZoneFacts>();
  useEffect(() => {
    if (connection?.state !== "ready") return;
    let isCurrent = true;
    void settled(zoneFacts()).then((reply) => {
      if (isCurrent) setTold(reply.state === "told" ? reply : undefined);
    });
    return () => {
      isCurrent = false;
      // Another key of the same zone can do other things.
      setTold(undefined);
    };
  }, [connection, zoneFacts]);
  // Of another zone, by an answer that has crossed the choice, nothing is said.
  return connection?.state === "ready" && told?.zoneId === connection.zone.id ? told : undefined;
}
