/** `GET /zones` and `GET /zones/{z}`, and which zones a caller can read. */
import type { Access } from "../credentials.ts";
import { neighborId } from "../population/neighbors.ts";
import { permissionsOf } from "../powers.ts";
import type { Sandbox, Zone } from "../state.ts";
import { ORGANIZATION_ID, ZONES, type ZoneSettings } from "../zones.ts";
import { pageOf, withPageInfo } from "./page.ts";
import { readExpand } from "./parameters.ts";
import { badRequest, notFound, Problem } from "./problem.ts";
import { protocolsOf } from "./zone-protocols.ts";

export type WireZone = ReturnType<typeof wireZone>;

/** The organization's own list: whatever its zones support, it refuses expansions that it doesn't know. */
export function listZones(sandbox: Sandbox, access: Access, query: URLSearchParams) {
  if (!access.listsZones) throw new Problem(403, "forbidden", "This key may not list zones");
  const expand = readExpand(query);
  for (const value of expand) {
    if (value !== "total_count" && value !== "permissions")
      throw badRequest("expand[] must be one of total_count, permissions");
  }
  const slug = query.get("slug");
  const readable = [...sandbox.zones.values()].filter(
    (zone) => mayRead(access, zone) && (slug === null || slug === zone.settings.slug),
  );
  const items = readable.map((zone) => wireZone(zone, access, expand));
  return withPageInfo(pageOf("zones", items, query));
}

/** The zone with this ID; throws 404 if there is none and 403 if the caller can't read it. */
export function readableZone(sandbox: Sandbox, access: Access, id: string): Zone {
  const zone = sandbox.zones.get(id);
  if (zone === undefined) throw notFound("There is no such zone");
  if (!mayRead(access, zone)) {
    throw new Problem(403, "forbidden", "This key may not read this zone");
  }
  return zone;
}

export function retrieveZone(
  zone: Zone,
  query: URLSearchParams,
  _id: string,
  access: Access,
): WireZone {
  return wireZone(zone, access, readExpand(query));
}

function wireZone({ settings }: Zone, access: Access, expand: ReadonlySet<string>) {
  return {
    id: settings.id,
    organization_id: ORGANIZATION_ID,
    name: settings.name,
    slug: settings.slug,
    description: settings.description,
    owner_type: "customer",
    created_at: settings.createdAt,
    updated_at: settings.createdAt,
    protocols: protocolsOf(settings.slug),
    login_flow: settings.signIn.flow,
    ...signInFields(settings),
    ...(expand.has("permissions") && { permissions: permissionsOf(access.power) }),
  };
}

function signInFields({ id, signIn }: ZoneSettings) {
  return signIn.way === "password"
    ? { requires_invitation: signIn.requiresInvitation }
    : { user_identity_provider_id: neighborId(id, "provider", signIn.provider) };
}

function mayRead(access: Access, { settings }: Zone): boolean {
  if (settings.forbidden) return false;
  if (access.zone === "every" || access.zone === settings.id) return true;
  return access.zone === "usual" && ZONES.includes(settings);
}
