import { useEffect, useState } from "preact/hooks";
import { currentPlace } from "./current-anchor.ts";

const EVENTS = ["scroll", "resize", "hashchange"] as const;

/** Which of some elements, by ID, the user is looking at; updated on scroll. */
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
    // If the page can't scroll, its top is visible as well as its end.
    isAtEnd: scrollY > 0 && scrollY + clientHeight >= scrollHeight - 1,
    named: location.hash.slice(1),
  };
}
