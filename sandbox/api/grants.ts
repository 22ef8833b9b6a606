/** `GET /zones/{z}/delegated-grants` and `GET /zones/{z}/delegated-grants/{id}`. */
import { type Grant, grantsOf } from "../population/grants.ts";
import type { Zone } from "../state.ts";
import { hasStatus, owners, STATUSES } from "./owners.ts";
import { type Page, pageOf } from "./page.ts";
import { readFlag, readSort, readWord } from "./parameters.ts";
import { notFound } from "./problem.ts";

export function listGrants(zone: Zone, query: URLSearchParams): Page<Grant> {
  const status = readWord(query, "status", STATUSES);
  const active = readFlag(query, "active");
  const [sort] = readSort(query, ["created_at"]);
  const resource = query.get("resource_id");
  const found = sort ? [...wanted()].sort(byTime(sort.descending ? -1 : 1)) : wanted();
  return pageOf(`delegated-grants:${zone.settings.id}`, found, query);

  function* wanted(): Generator<Grant> {
    for (const user of owners(zone, query.get("user_id"))) {
      for (const grant of grantsOf(user)) {
        const isOfResource = resource === null || grant.resource_id === resource;
        if (isOfResource && hasStatus(grant, status, active)) yield grant;
      }
    }
  }
}

export function retrieveGrant(zone: Zone, _query: URLSearchParams, id: string): Grant {
  for (const user of owners(zone, null)) {
    const grant = grantsOf(user).find((candidate) => candidate.id === id);
    if (grant !== undefined) return grant;
  }
  throw notFound("There is no such grant in this zone");
}

function byTime(sign: number) {
  return (a: Grant, b: Grant) => sign * (Date.parse(a.created_at) - Date.parse(b.created_at));
}
