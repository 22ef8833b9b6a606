/** The context of Hono's handlers: Node's request and reply, and the caller's access. */
import type { HttpBindings } from "@hono/node-server";
import type { Access } from "../credentials.ts";

export interface Environment {
  Bindings: HttpBindings;
  Variables: { access: Access };
}
