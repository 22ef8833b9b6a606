import { appendFile, cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ExtensionBrowser, launchWithExtension } from "./browser.ts";

/** Scripts of the built extension, by the beginning of their path; the rest is a hash of their content. */
type Script = "background.js" | "chunks/card-" | "content-scripts/page.js";

/** Code to append to scripts. */
export type Planted = Partial<Record<Script, string>>;

/** The combination of several mistakes. */
export function together(all: readonly Planted[]): Planted {
  const sum: Planted = {};
  for (const [script, code] of all.flatMap((planted) => Object.entries(planted)) as [
    Script,
    string,
  ][])
    sum[script] = [sum[script] ?? "", code].join("\n");
  return sum;
}

/** Runs a function with a browser that has a copy of the extension with a planted mistake. */
export async function withPlanted<T>(
  extension: string,
  planted: Planted,
  use: (browser: ExtensionBrowser) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "keycard-planted-"));
  try {
    await cp(extension, folder, { recursive: true });
    const files = await readdir(folder, { recursive: true });
    for (const [script, code] of Object.entries(planted)) {
      const file = files.find((name) => name.startsWith(script) && name.endsWith(".js"));
      if (file === undefined) throw new Error(`The build has no ${script}.`);
      await appendFile(join(folder, file), `\n${code}\n`);
    }
    const browser = await launchWithExtension(folder, {
      headless: true,
      viewport: { width: 1280, height: 900 },
    });
    try {
      return await use(browser);
    } finally {
      await browser.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
