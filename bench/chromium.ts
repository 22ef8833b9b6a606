import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ensureChromium } from "../scripts/chromium.ts";
import type { ExtensionBrowser } from "../tests/harness/browser.ts";
import { QUIET_SWITCHES, resolverSwitch } from "../tests/harness/quiet-switches.ts";

export const VIEWPORT = { width: 1280, height: 900 };

/**
 * A headless Chromium without the extension in a fresh profile, with the same switches as in tests/harness/browser.ts
 * except the two that name the extension.
 */
export async function launchBare(): Promise<Pick<ExtensionBrowser, "context" | "close">> {
  const profile = await mkdtemp(join(tmpdir(), "keycard-lookup-"));
  const context = await chromium.launchPersistentContext(profile, {
    ...(await ensureChromium()),
    headless: true,
    viewport: VIEWPORT,
    args: [...QUIET_SWITCHES, resolverSwitch([])],
  });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
