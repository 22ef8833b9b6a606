import { existsSync } from "node:fs";
import { mkdir, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { extensionId } from "../extension-id.ts";

/** All kinds of errors: of the manifest, at run time, internal (Chromium's extension_error.h). */
const ALL_KINDS = 7;

/**
 * Writes a new profile's settings before its first start, as a user makes them on the browser's extensions page: in
 * developer mode it collects the extension's errors. Chromium 156 accepts them. Text typed into the address bar isn't
 * sent to a search engine.
 *
 * @param extension folder of the unpacked extension
 * @param inPrivate allows the extension in private windows
 */
export async function prepareProfile(
  profile: string,
  extension: string,
  inPrivate: boolean,
): Promise<void> {
  const file = join(profile, "Default", "Preferences");
  if (existsSync(file)) return;
  const id = extensionId(await realpath(extension));
  const settings = { [id]: { store_extension_errors: ALL_KINDS, incognito: inPrivate } };
  await mkdir(join(profile, "Default"), { recursive: true });
  const preferences = {
    search: { suggest_enabled: false },
    extensions: { ui: { developer_mode: true }, settings },
  };
  await writeFile(file, JSON.stringify(preferences));
}
