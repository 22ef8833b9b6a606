/** `GET /zones` and `GET /zones/{z}`, and which zones a caller may read. */
import type { Access } from "../credentials.ts";
import type { Sandbox, Zone } from "../state.ts";
import { ORGANIZATION_ID } from "../zones.ts";
import { forwardPage, type Page } from "./page.ts";
import { readExpand } from "./parameters.ts";
import { notFound, Problem } from "./problem.ts";

export interface WireZone {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly slug: string;
  readonly description: string | undefined;
  readonly created_at: string;
  readonly updated_at: string;
}

export function listZones(
  sandbox: Sandbox,
  access: Access,
  query: URLSearchParams,
): Page<WireZone> {
  if (!access.listsZones) throw new Problem(403, "forbidden", "This key may not list zones");
  const expand = readExpand(query, ["total_count"]);
  const readable = [...sandbox.zones.values()].filter((zone) => mayRead(access, zone));
  const { items, pagination } = forwardPage("zones", readable.map(wireZone), query);
  const total = expand.has("total_count") && { total_count: readable.length };
  return { items, pagination: { ...pagination, ...total } };
}

/** The zone with this id; throws 404 when there is none and 403 when the caller may not read it. */
export function readableZone(sandbox: Sandbox, access: Access, id: string): Zone {
  const zone = sandbox.zones.get(id);
  if (zone === undefined) throw notFound("There is no such zone");
  if (!mayRead(access, zone)) {
    throw new Problem(403, "forbidden", "This key may not read this zone");
  }
  return zone;
}

export function wireZone({ settings }: Zone): WireZone {
  return {
    id: settings.id,
    organization_id: ORGANIZATION_ID,
    name: settings.name,
    slug: settings.slug,
    description: settings.description,
    created_at: settings.createdAt,
    updated_at: settings.createdAt,
  };
}

function mayRead(access: Access, { settings }: Zone): boolean {
  return !settings.forbidden && (access.zone === "all" || access.zone === settings.id);
}
