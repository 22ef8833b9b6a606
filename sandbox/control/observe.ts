/** Runs before every API request: logs it, delays it, and applies a scripted fault to it. */
import { createMiddleware } from "hono/factory";
import type { Environment } from "../api/environment.ts";
import type { Sandbox } from "../state.ts";
import { applyFault } from "./apply-fault.ts";

export function observe(sandbox: Sandbox) {
  return createMiddleware<Environment>(async (c, next) => {
    const started = performance.now();
    const target = c.env.incoming.url ?? "/";
    const [path = "", ...query] = target.split("?");
    const { method } = c.req;
    const headers = c.req.header();
    const logged = sandbox.log.add({ method, path, query: query.join("?"), headers });
    const fault = sandbox.faults.next(method, path);

    if (sandbox.latencyMs > 0) await sandbox.sleep(sandbox.latencyMs);
    if (fault === undefined) {
      await next();
    } else {
      c.res = await applyFault(fault, c, sandbox.sleep, async () => {
        await next();
        return c.res;
      });
    }
    if (fault?.mode === "hang" || fault?.mode === "drop") return;
    logged.status = c.res.status;
    logged.durationMs = Math.round(performance.now() - started);
  });
}
