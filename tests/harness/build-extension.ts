import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";

/**
 * Builds the Chromium extension for an API, with the project's own build command.
 *
 * @param apiOrigin the API, and in a loopback build the pages it may run on
 * @param folder where to; the extension is in `chrome-mv3` below it
 * @returns the extension's folder
 * @throws Error with the build's output when it fails
 */
export async function buildExtension(apiOrigin: string, folder: string): Promise<string> {
  await promisify(execFile)("npm", ["run", "--silent", "build"], {
    env: { ...process.env, KEYCARD_API_ORIGIN: apiOrigin, KEYCARD_OUT_DIR: folder },
  });
  return resolve(folder, "chrome-mv3");
}
