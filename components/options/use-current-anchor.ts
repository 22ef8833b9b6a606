import { useEffect, useState } from "preact/hooks";
import { currentPlace } from "./current-anchor.ts";

const EVENTS = ["scroll", "resize", "hashchange"] as const;

/** At which of some elements, by their ids, the person is; followed as they scroll. */
export function useCurrentAnchor<Name extends string>(names: readonly Name[]): Name | undefined {
  const [current, setCurrent] = useState<Name>();
  useEffect(() => {
    const look = () => setCurrent(currentPlace(scrolled(names)));
    look();
    for (const event of EVENTS) addEventListener(event, look, { passive: true });
    return () => {
      for (const event of EVENTS) removeEventListener(event, look);
    };
  }, [names]);
  return current;
}

function scrolled<Name extends string>(names: readonly Name[]) {
  const { scrollHeight, clientHeight } = document.documentElement;
  return {
    places: names.flatMap((name) => {
      const element = document.getElementById(name);
      return element ? [{ name, top: element.getBoundingClientRect().top }] : [];
    }),
    height: innerHeight,
    // Where nothing can be scrolled the head is in sight as well as the end.
    isAtEnd: scrollY > 0 && scrollY + clientHeight >= scrollHeight - 1,
    named: location.hash.slice(1),
  };
}
