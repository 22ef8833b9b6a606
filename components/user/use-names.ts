import { useEffect, useRef, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Thing, ThingName } from "../../lib/directory/thing.ts";
import { thingKey } from "../../lib/directory/thing-key.ts";
import { NAMES_PER_MESSAGE } from "../../lib/limits.ts";
import type { NameOf } from "./thing-names.ts";

/**
 * The names of things, each requested once.
 *
 * @param zoneId the zone of the things; nothing is requested before it is known
 * @param turn counts retries: each requests again what couldn't be read
 */
export function useNames(
  things: Thing[],
  inspectNames: BackgroundApi["inspectNames"],
  zoneId: string | undefined,
  turn: number,
): NameOf {
  const [names, setNames] = useState<ReadonlyMap<string, ThingName>>(new Map());
  const asked = useRef(new Map<string, number>());
  const open = [...new Map(things.map((thing) => [thingKey(thing), thing])).values()].filter(
    (thing) => asked.current.get(thingKey(thing)) !== turn,
  );
  useEffect(() => {
    if (zoneId === undefined) return;
    for (const thing of open) asked.current.set(thingKey(thing), turn);
    for (let start = 0; start < open.length; start += NAMES_PER_MESSAGE) {
      const some = open.slice(start, start + NAMES_PER_MESSAGE);
      const unread = (): ThingName[] => some.map((thing) => ({ ...thing, why: "aborted" }));
      void inspectNames({ things: some, zoneId })
        .catch(unread)
        .then((come) =>
          setNames(
            (before) => new Map([...before, ...come.map((one) => [thingKey(one), one] as const)]),
          ),
        );
    }
  });
  return (thing) => names.get(thingKey(thing));
}
