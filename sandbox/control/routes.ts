/** The control interface, under `/__...`: for tests, without authentication, never logged. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Sandbox } from "../state.ts";
import { faultSchema } from "./fault-script.ts";
import { changeZone, mannerOf, zoneChangeSchema } from "./zone-change.ts";

/** One fault or a list of them. */
const faultsSchema = z.preprocess(
  (json) => (Array.isArray(json) ? json : [json]),
  z.array(faultSchema),
);
const keySchema = z.strictObject({ key: z.string() });
const latencySchema = z.strictObject({ ms: z.int().min(0).max(600_000) });
const lifetimeSchema = z.strictObject({ seconds: z.int().min(0).nullable() });

export function controlRoutes(sandbox: Sandbox): Hono {
  const { log, faults, credentials, zones } = sandbox;
  const control = new Hono();

  control.get("/__log", (c) => c.json(log.requests));
  control.delete("/__log", (c) => {
    log.clear();
    return c.json({});
  });

  control.get("/__faults", (c) => c.json(faults.pending));
  control.post("/__faults", async (c) => {
    faults.add(await input(c, faultsSchema));
    return c.json(faults.pending);
  });
  control.delete("/__faults", (c) => {
    faults.clear();
    return c.json({});
  });

  for (const change of ["revoke", "restore"] as const) {
    control.post(`/__keys/${change}`, async (c) => {
      const { key } = await input(c, keySchema);
      if (!credentials.knows(key))
        throw new ControlError("key is no key, client or token of this sandbox");
      credentials[change](key);
      return c.json({});
    });
  }
  control.post("/__tokens/expire", (c) => {
    credentials.expireTokens();
    return c.json({});
  });
  control.post("/__tokens/lifetime", async (c) => {
    credentials.lifetime = (await input(c, lifetimeSchema)).seconds;
    return c.json({});
  });

  control.post("/__latency", async (c) => {
    sandbox.latencyMs = (await input(c, latencySchema)).ms;
    return c.json({});
  });
  control.post("/__zones/:id", async (c) => {
    const zone = zones.get(c.req.param("id"));
    if (zone === undefined) throw new ControlError("There is no zone with this id");
    changeZone(zone, await input(c, zoneChangeSchema));
    return c.json(mannerOf(zone));
  });
  control.delete("/__zones", (c) => {
    for (const zone of zones.values()) Object.assign(zone, zone.atStart);
    return c.json({});
  });

  control.all("/:control{__.*}", () => {
    throw new ControlError("There is no such control; sandbox/README.md lists them");
  });
  control.onError((error, c) => {
    if (!(error instanceof ControlError)) throw error;
    return c.text(`${error.message}\n`, 400);
  });
  return control;
}

/** Tells a test's author in one sentence what is wrong with the test. */
class ControlError extends Error {}

async function input<Value>(c: Context, schema: z.ZodType<Value>): Promise<Value> {
  const text = await c.req.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ControlError("The body must be JSON");
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ControlError(`${issue?.path.join(".") || "The body"}: ${issue?.message}`);
}
