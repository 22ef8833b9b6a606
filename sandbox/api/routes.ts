/** Which path answers with what. Every path has one method; the others get 405. */
import { type Context, Hono } from "hono";
import { observe } from "../control/observe.ts";
import { mayRead } from "../powers.ts";
import type { Sandbox } from "../state.ts";
import { requireBearer } from "./bearer.ts";
import { ENDPOINTS } from "./endpoints.ts";
import type { Environment } from "./environment.ts";
import { notFound, Problem } from "./problem.ts";
import { issueToken } from "./token.ts";
import { understood } from "./understood.ts";
import { listZones, readableZone } from "./zones.ts";

export function apiRoutes(sandbox: Sandbox): Hono<Environment> {
  const api = new Hono<Environment>();
  const bearer = requireBearer(sandbox);
  api.use(observe(sandbox));
  api.all("/service-account-token", only("POST"), (c) => issueToken(sandbox, c));
  api.all("/zones", only("GET"), bearer, (c) =>
    c.json(listZones(sandbox, c.get("access"), queryOf(c))),
  );
  for (const [path, { type, vocabulary, read }] of Object.entries(ENDPOINTS)) {
    api.all(`/zones/:zone${path}`, only("GET"), bearer, (c) => {
      const { zone: zoneId = "", id = "" }: Record<string, string> = c.req.param();
      const access = c.get("access");
      const zone = readableZone(sandbox, access, zoneId);
      if (!mayRead(access.power, type))
        throw new Problem(403, "forbidden", `This key may not read ${type}`);
      const words = typeof vocabulary === "function" ? vocabulary(zone) : vocabulary;
      return c.json(read(zone, understood(zone.dialect, words, queryOf(c)), id, access));
    });
  }
  api.all("*", () => {
    throw notFound("There is nothing at this path");
  });
  return api;
}

/** Refuses other methods, including HEAD, which Hono would answer like GET. */
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
