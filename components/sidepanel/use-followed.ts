import { useEffect, useState } from "preact/hooks";
import type { Query } from "../../lib/directory/answer.ts";

/** Whom the background names, asked again whenever that has changed: undefined until it has answered, null for nobody. */
export function useFollowed(
  read: () => Promise<Query | undefined>,
  onChanged: (callback: () => void) => () => void,
): Query | null | undefined {
  const [followed, setFollowed] = useState<Query | null>();
  useEffect(() => {
    let latest = 0;
    const follow = async () => {
      const mine = ++latest;
      const come = await read().catch(() => undefined);
      if (mine === latest) setFollowed(come ?? null);
    };
    const stop = onChanged(() => void follow());
    void follow();
    return () => {
      latest = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [read, onChanged]);
  return followed;
}
