import { useEffect, useState } from "preact/hooks";
import type { Query, ZoneRef } from "../../lib/directory/answer.ts";
import type { BackgroundApi } from "../../lib/messages/background-api.ts";
import { settled } from "../settled.ts";

/** The zone in which somebody is looked up. @param query whom: the zone may be another one for the next */
export function useZone(
  { connection }: Pick<BackgroundApi, "connection">,
  query: Query | undefined,
): ZoneRef | undefined {
  const [zone, setZone] = useState<ZoneRef>();
  useEffect(() => {
    let wanted = true;
    void settled(connection()).then((now) => {
      if (wanted) setZone(now.state === "ready" ? now.zone : undefined);
    });
    return () => {
      wanted = false;
    };
  }, [connection, query]);
  return zone;
}
