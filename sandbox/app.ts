/** The whole sandbox as one Hono app: control, ticket pages, and everything else is the API. */
import { Hono } from "hono";
import type { Environment } from "./api/environment.ts";
import { Problem, problemBody } from "./api/problem.ts";
import { apiRoutes } from "./api/routes.ts";
import { controlRoutes } from "./control/routes.ts";
import { pageRoutes } from "./pages/routes.ts";
import type { Sandbox } from "./state.ts";

export function createApp(sandbox: Sandbox): Hono<Environment> {
  const app = new Hono<Environment>();
  app.route("/", controlRoutes(sandbox));
  app.route("/", pageRoutes());
  app.route("/", apiRoutes(sandbox));
  app.onError((error, c) => {
    if (error instanceof Problem) {
      const { status, code, message, headers } = error;
      return c.json(problemBody(status, code, message), status, headers);
    }
    console.error(error);
    return c.json(problemBody(500, "internal_error", "The sandbox has a bug"), 500);
  });
  return app;
}
