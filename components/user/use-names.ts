import { useEffect, useRef, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Thing, ThingName } from "../../lib/directory/thing.ts";
import { thingKey } from "../../lib/directory/thing-key.ts";
import { NAMES_PER_MESSAGE } from "../../lib/limits.ts";
import type { NameOf } from "./thing-names.ts";

/**
 * The names of things, each asked for once.
 *
 * @param zoneId what they are of; nothing is asked before it is known
 * @param turn counts how often somebody has asked for all of it: what could not be read is asked for again
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
