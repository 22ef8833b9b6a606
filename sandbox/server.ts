/** Starts the sandbox on a port of this machine, for tests that run it in their own process. */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "./app.ts";
import { createSandbox, DEFAULT_OPTIONS, type SandboxOptions } from "./state.ts";

/** Never another: the sandbox has no secrets, but its control interface has no authentication either. */
const HOST = "127.0.0.1";

export interface RunningSandbox {
  /** Base URL without a slash at the end. */
  readonly url: string;
  /** Ends at once, and cuts off requests that are still pending. */
  close(): Promise<void>;
}

/** Resolves when the sandbox listens; rejects if the port is taken. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  const settings = { ...DEFAULT_OPTIONS, ...options };
  const app = createApp(createSandbox(settings));
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  server.listen(settings.port, HOST);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://${HOST}:${port}`, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
