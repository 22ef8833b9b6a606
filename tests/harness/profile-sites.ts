import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Changes in a closed browser's profile which sites an extension can read: the prompt can't be answered without a
 * display (measured in Chromium 156).
 *
 * @param pattern such as `https://tickets.example/*`
 */
export async function changeSite(
  profile: string,
  extensionId: string,
  pattern: string,
  change: "granted" | "taken",
): Promise<void> {
  const file = join(profile, "Default", "Preferences");
  const preferences = JSON.parse(await readFile(file, "utf8")) as {
    extensions: { settings: Record<string, Record<string, { explicit_host?: string[] }>> };
  };
  const settings = preferences.extensions.settings[extensionId];
  if (!settings) throw new Error(`The profile does not know the extension ${extensionId}.`);
  for (const kind of ["granted_permissions", "active_permissions", "runtime_granted_permissions"]) {
    const permissions = settings[kind] ?? {};
    const others = (permissions.explicit_host ?? []).filter((host) => host !== pattern);
    settings[kind] = {
      ...permissions,
      explicit_host: change === "granted" ? [...others, pattern] : others,
    };
  }
  await writeFile(file, JSON.stringify(preferences));
}
