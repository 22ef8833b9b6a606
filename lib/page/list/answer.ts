import type { FrameMentions } from "../../contract/page-mentions.ts";
import type { Query } from "../../query.ts";
import { listMentions, type PageList } from "./list.ts";
import { reveal } from "./reveal.ts";

/** Set by page-list.js in the content scripts' isolated world. The background calls it. */
export interface ListPart {
  /** Lists the mentions in this document. */
  find(): Promise<FrameMentions | undefined>;
  /** Scrolls to a mention of the last list. @param nth counts from 0 @returns whether it is still there */
  show(query: Query, nth: number): boolean;
}

declare global {
  var keycardLookupList: ListPart | undefined;
}

export function createListPart(): ListPart {
  let list: PageList | undefined;
  return {
    async find() {
      const page = globalThis.keycardLookup;
      if (!page?.lifetime.alive()) return undefined;
      list = await listMentions(await page.settings(), page.lifetime);
      return list.mentions;
    },
    show(query, nth) {
      const page = globalThis.keycardLookup;
      const spot = list?.spot(query, nth);
      if (!page?.lifetime.alive() || !spot?.element.isConnected) return false;
      reveal(spot, page.lifetime);
      return true;
    },
  };
}
