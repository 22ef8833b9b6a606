import { useEffect, useState } from "preact/hooks";
import type { Connection, ZoneFacts } from "../../lib/connection/replies.ts";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { settled } from "../answer/settled.ts";

/**
 * What the zone in use reports about itself and the key; requested again when either changes.
 *
 * @returns undefined until it has replied, and if it can't be queried: lookups say why
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
      // Another key of the same zone can have other permissions.
      setTold(undefined);
    };
  }, [connection, zoneFacts]);
  // A reply about another zone, which can cross the choice of a zone, is ignored.
  return connection?.state === "ready" && told?.zoneId === connection.zone.id ? told : undefined;
}
