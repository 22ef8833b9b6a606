/** Lets a request through if its bearer is valid, and records what it can read. */
import { createMiddleware } from "hono/factory";
import type { Sandbox } from "../state.ts";
import type { Environment } from "./environment.ts";
import { Problem } from "./problem.ts";

export function requireBearer(sandbox: Sandbox) {
  return createMiddleware<Environment>(async (c, next) => {
    const bearer = /^bearer (.+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
    const access = bearer === undefined ? undefined : sandbox.credentials.access(bearer);
    if (access === undefined) {
      const message = bearer === undefined ? "A bearer is missing" : "The bearer is not valid";
      throw new Problem(401, "unauthorized", message, { "WWW-Authenticate": "Bearer" });
    }
    c.set("access", access);
    await next();
  });
}
