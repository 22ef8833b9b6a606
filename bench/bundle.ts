import { build } from "vite";
import { OLDEST_CHROMIUM } from "../lib/manifest.ts";

/**
 * Bundles a file of bench/in-page with everything that it imports into one script, minified like the extension.
 *
 * @param entry such as `finding`
 * @returns a script that leaves what the file exports in the global variable `bench`
 */
export async function bundleForPage(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: `chrome${OLDEST_CHROMIUM}`,
      lib: {
        entry: new URL(`./in-page/${entry}.ts`, import.meta.url).pathname,
        formats: ["iife"],
        name: "bench",
      },
    },
  });
  const outputs = [result].flat().flatMap((one) => ("output" in one ? one.output : []));
  const chunk = outputs.find((one) => one.type === "chunk");
  if (!chunk) throw new Error(`${entry} gave no script.`);
  // Playwright's init scripts run inside a function, so that a variable would be local.
  return `${chunk.code};globalThis.bench=bench;`;
}
