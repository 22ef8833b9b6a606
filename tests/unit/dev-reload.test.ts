import { expect, test, vi } from "vitest";
import type { BuildOutput, Wxt, WxtDevServer } from "wxt";
import { wholeReloads } from "../../scripts/dev-reload.ts";

/** A WXT server whose browser runs a first build. */
async function startServer() {
  const reloadExtension = vi.fn();
  const server = { reloadExtension } as Partial<WxtDevServer> as WxtDevServer;
  const { "server:created": onCreated, "build:done": onBuilt } = wholeReloads();
  const build = (): BuildOutput => ({ manifest: {} as never, publicAssets: [], steps: [] });
  await onCreated({} as Wxt, server);
  server.currentOutput = build();
  await onBuilt({} as Wxt, server.currentOutput);
  const saved = () => {
    server.currentOutput = build();
  };
  /** What WXT does for each content script, after a save and whenever a background has started. */
  const contentScript = () => server.reloadContentScript({ contentScript: { js: [] } });
  return { server, saved, contentScript, reloadExtension };
}

test("a saved content script reloads the extension", async () => {
  const { saved, contentScript, reloadExtension } = await startServer();
  saved();
  contentScript();
  expect(reloadExtension).toHaveBeenCalledOnce();
});

test("a starting background reloads nothing: neither the first one, nor after a reload", async () => {
  const { server, saved, contentScript, reloadExtension } = await startServer();
  contentScript();
  expect(reloadExtension).not.toHaveBeenCalled();
  saved();
  server.reloadExtension();
  contentScript();
  contentScript();
  expect(reloadExtension).toHaveBeenCalledOnce();
});
