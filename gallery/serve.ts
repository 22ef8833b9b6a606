import { once } from "node:events";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, preview } from "vite";

/**
 * `npm run fixtures`: all components in all their states, as the tests load them. Saved files are built at once, and
 * are there when the page is reloaded.
 */

const configFile = "gallery/vite.config.ts";
const outDir = resolve(".output/gallery");

const { values } = parseArgs({ options: { port: { type: "string", default: "0" } } });
const watcher = await build({ configFile, build: { outDir, emptyOutDir: true, watch: {} } });
if ("on" in watcher)
  await new Promise<void>((built) => {
    watcher.on("event", ({ code }) => {
      if (code === "END") built();
    });
  });
const server = await preview({
  configFile,
  build: { outDir },
  preview: { port: Number(values.port), strictPort: true },
});
console.log(`listening on ${server.resolvedUrls?.local[0]}`);
await Promise.race(["SIGINT", "SIGTERM"].map((signal) => once(process, signal)));
process.exit();
