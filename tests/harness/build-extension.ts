import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";

const COMMANDS = { chrome: "build", firefox: "build:firefox" } as const;

/**
 * Builds the extension for an API, with the project's own build command.
 *
 * @param apiOrigin the API, and in a loopback build the pages it can run on; empty for the production build
 * @param folder output folder; the extension is in `chrome-mv3` or `firefox-mv3` below it
 * @param sources folder of the project; a different one for another commit
 * @param settings additional environment variables of the build
 * @returns the extension's folder
 * @throws Error with the build's output if it fails
 */
export async function buildExtension(
  apiOrigin: string,
  folder: string,
  browser: keyof typeof COMMANDS = "chrome",
  sources = ".",
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  await promisify(execFile)("npm", ["run", "--silent", COMMANDS[browser]], {
    cwd: sources,
    env: { ...process.env, KEYCARD_API_ORIGIN: apiOrigin, KEYCARD_OUT_DIR: folder, ...settings },
  });
  return resolve(folder, `${browser}-mv3`);
}
