import { useEffect, useRef, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Thing, ThingName } from "../../lib/directory/names.ts";
import { NAMES_PER_MESSAGE } from "../../lib/limits.ts";

/** What a thing is called as far as is known: undefined while that is asked for. */
export type NameOf = (thing: Thing) => ThingName | undefined;

const keyOf = ({ kind, id }: Thing) => `${kind} ${id}`;

/**
 * The names of things, each asked for once.
 *
 * @param zoneId what they are of; nothing is asked before it is known
 * @param turn see usePart: what could not be read is asked for again
 */
export function useNames(
  things: Thing[],
  inspectNames: BackgroundApi["inspectNames"],
  zoneId: string | undefined,
  turn: number,
): NameOf {
  const [names, setNames] = useState<ReadonlyMap<string, ThingName>>(new Map());
  const asked = useRef(new Map<string, number>());
  const open = [...new Map(things.map((thing) => [keyOf(thing), thing])).values()].filter(
    (thing) => asked.current.get(keyOf(thing)) !== turn,
  );
  useEffect(() => {
    if (zoneId === undefined) return;
    for (const thing of open) asked.current.set(keyOf(thing), turn);
    for (let start = 0; start < open.length; start += NAMES_PER_MESSAGE) {
      const some = open.slice(start, start + NAMES_PER_MESSAGE);
      const unread = (): ThingName[] => some.map((thing) => ({ ...thing, why: "aborted" }));
      void inspectNames({ things: some, zoneId })
        .catch(unread)
        .then((come) =>
          setNames(
            (before) => new Map([...before, ...come.map((one) => [keyOf(one), one] as const)]),
          ),
        );
    }
  });
  return (thing) => names.get(keyOf(thing));
}
