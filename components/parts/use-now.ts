import { useEffect, useState } from "preact/hooks";

/** How often "2 minutes ago" is told anew, in ms. */
const TICK_MS = 30_000;

/** The moment, in ms since the epoch; a component that uses it is drawn again as time goes by. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
