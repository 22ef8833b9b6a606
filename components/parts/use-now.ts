import { useEffect, useState } from "preact/hooks";

/** How often "2 minutes ago" is updated, in ms. */
const TICK_MS = 30_000;

/** The current time, in ms since the epoch; a component that uses it renders again as time passes. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
