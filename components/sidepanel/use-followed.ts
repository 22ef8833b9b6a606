import { useEffect, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { News } from "../../lib/contract/news.ts";
import type { Query } from "../../lib/query.ts";

/**
 * Who the background names: undefined until it has answered, null for no one.
 *
 * @param news the notification that someone else is named, so that it is requested again
 */
export function useFollowed(
  read: () => Promise<Query | undefined>,
  on: BackgroundApi["on"],
  news: News,
): Query | null | undefined {
  const [followed, setFollowed] = useState<Query | null>();
  useEffect(() => {
    let latest = 0;
    const follow = async () => {
      const mine = ++latest;
      const come = await read().catch(() => undefined);
      if (mine === latest) setFollowed(come ?? null);
    };
    const stop = on(news, () => void follow());
    void follow();
    return () => {
      latest = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [read, on, news]);
  return followed;
}
