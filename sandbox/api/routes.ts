/** Which path answers what. Every path has one method; the others get 405. */
import { type Context, Hono } from "hono";
import { observe } from "../control/observe.ts";
import type { Sandbox, Zone } from "../state.ts";
import { requireBearer } from "./bearer.ts";
import type { Environment } from "./environment.ts";
import {
  listGrants,
  listSessions,
  retrieveApplication,
  retrieveProvider,
  retrieveResource,
} from "./inspector.ts";
import { notFound, Problem } from "./problem.ts";
import { issueToken } from "./token.ts";
import { listUsers, retrieveUser } from "./users.ts";
import { listZones, readableZone, wireZone } from "./zones.ts";

type Read = (zone: Zone, query: URLSearchParams, id: string) => object;

/** What lies under a zone. */
const ZONE_READS: Readonly<Record<string, Read>> = {
  "": (zone) => wireZone(zone),
  "/users": listUsers,
  "/users/:id": (zone, query, id) => retrieveUser(zone, id, query),
  "/providers/:id": (zone, _query, id) => retrieveProvider(zone, id),
  "/sessions": listSessions,
  "/delegated-grants": listGrants,
  "/resources/:id": (zone, _query, id) => retrieveResource(zone, id),
  "/applications/:id": (zone, _query, id) => retrieveApplication(zone, id),
};

export function apiRoutes(sandbox: Sandbox): Hono<Environment> {
  const api = new Hono<Environment>();
  const bearer = requireBearer(sandbox);
  api.use(observe(sandbox));
  api.all("/service-account-token", only("POST"), (c) => issueToken(sandbox, c));
  api.all("/zones", only("GET"), bearer, (c) =>
    c.json(listZones(sandbox, c.get("access"), queryOf(c))),
  );
  for (const [path, read] of Object.entries(ZONE_READS)) {
    api.all(`/zones/:zone${path}`, only("GET"), bearer, (c) => {
      const { zone: zoneId = "", id = "" }: Record<string, string> = c.req.param();
      const zone = readableZone(sandbox, c.get("access"), zoneId);
      return c.json(read(zone, queryOf(c), id));
    });
  }
  api.all("*", () => {
    throw notFound("There is nothing at this path");
  });
  return api;
}

/** Refuses other methods; HEAD too, which Hono would answer as GET. */
function only(method: string) {
  return async (c: Context<Environment>, next: () => Promise<void>) => {
    if (c.req.method === method) return next();
    const headers = { Allow: method };
    throw new Problem(405, "method_not_allowed", `Only ${method} is allowed here`, headers);
  };
}

function queryOf(c: Context<Environment>): URLSearchParams {
  return new URL(c.req.url).searchParams;
}
