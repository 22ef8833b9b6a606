import type { ZoneRef } from "../directory/answer.ts";
import { toFailure } from "../directory/failure.ts";
import type { CallResult } from "../directory/traffic/traffic.ts";
import { countsMore, type KeycardClient, type Result } from "../keycard/index.ts";
import { LIST_PAGE_MAX } from "../limits.ts";
import type { ZonesReply } from "./replies.ts";
import { zoneRef } from "./zone-ref.ts";

/** Maximum number of pages of zones that are read for the zone chooser: 2,000 zones. */
export const ZONE_PAGES_MAX = 20;

/** Makes a call if the API can be asked. */
export type Run = <T>(call: () => Promise<Result<T>>) => Promise<CallResult<T>>;

/**
 * Lists every zone that a key can read, over all pages; `more` if their end wasn't reached, one can't be parsed, or the
 * API counts more. A deployment that refuses to count costs one more request.
 *
 * @param now ms since the epoch
 * @returns "unlisted" if the key is valid but can't list zones, or the API has no such list
 */
export async function listZones(client: KeycardClient, run: Run, now: number): Promise<ZonesReply> {
  const zones = new Map<string, ZoneRef>();
  const followed = new Set<string>();
  let unread = 0;
  let totalCount: number | undefined;
  let after: string | undefined;
  let counted = true;
  for (let page = 0; page < ZONE_PAGES_MAX; page++) {
    const params = { limit: LIST_PAGE_MAX, ...(after !== undefined && { after }) };
    let reply = await run(() => client.listZones(params, { counted }));
    if (counted && isRefused(reply)) {
      counted = false;
      reply = await run(() => client.listZones(params, { counted }));
    }
    if (!reply.ok)
      return reply.error.why === "forbidden" || reply.error.why === "notFound"
        ? { state: "unlisted" }
        : { state: "failed", failure: toFailure(reply.error, now) };
    for (const zone of reply.value.items) zones.set(zone.id, zoneRef(zone));
    unread += reply.value.unread;
    ({ totalCount = totalCount } = reply.value);
    after = reply.value.after;
    // An empty page may be one of zones that this key can't read; a repeated cursor leads nowhere.
    if (after === undefined || followed.has(after)) break;
    followed.add(after);
  }
  const isMore = after !== undefined || unread > 0 || countsMore({ totalCount }, zones.size);
  return { state: "listed", zones: [...zones.values()], ...(isMore && { more: true }) };
}

/** Whether the API has refused the parameters, as a strict one does with those that it doesn't know. */
export function isRefused<T>(reply: CallResult<T>): boolean {
  return !reply.ok && reply.error.why === "badRequest" && "status" in reply.error;
}
