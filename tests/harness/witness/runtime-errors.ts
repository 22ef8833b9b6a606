import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** All kinds: of the manifest, at run time, internal. Chromium's extension_error.h. */
const ALL_KINDS = 7;

/**
 * Has the browser collect the extension's errors, as its page of extensions shows them in developer mode: what nobody
 * caught, what the content security policy refused, what was written to the console as an error. To be called before
 * the first start on a profile.
 */
export async function collectErrors(profile: string, extension: string): Promise<void> {
  const file = join(profile, "Default", "Preferences");
  if (existsSync(file)) return;
  const id = idOfFolder(await realpath(extension));
  await mkdir(join(profile, "Default"), { recursive: true });
  await writeFile(
    file,
    JSON.stringify({
      extensions: {
        ui: { developer_mode: true },
        settings: { [id]: { store_extension_errors: ALL_KINDS } },
      },
    }),
  );
}

/** The id of an unpacked extension without a key: made from its folder's name. */
function idOfFolder(folder: string): string {
  const digest = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  return [...digest].map((digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]).join("");
}

/** What the browser has collected, in words. @param page of the browser's own at `chrome://extensions` */
export async function judgeRuntimeErrors(page: Page, extensionId: string): Promise<string[]> {
  const { errorCollection, runtimeErrors } = await page.evaluate(
    (id) => (chrome as unknown as WithDeveloperPrivate).developerPrivate.getExtensionInfo(id),
    extensionId,
  );
  if (!errorCollection.isActive) return ["the browser has not collected the extension's errors"];
  return runtimeErrors.map(
    ({ severity, source, message }) => `${severity} in ${source}: ${message}`,
  );
}

/** What the API of Chromium's page of extensions is used for here. */
interface WithDeveloperPrivate {
  developerPrivate: {
    getExtensionInfo(id: string): Promise<{
      errorCollection: { isActive: boolean };
      runtimeErrors: { severity: string; source: string; message: string }[];
    }>;
  };
}
