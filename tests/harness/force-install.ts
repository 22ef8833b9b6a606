import { execFileSync } from "node:child_process";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { ensureChromium } from "../../scripts/chromium.ts";
import { extensionId } from "./extension-id.ts";

/** The extension as offered by an organization's own server, for installation by policy. */
export interface Offered {
  id: string;
  /** For `update_url` of `ExtensionSettings`. */
  updateUrl: string;
  stop(): Promise<void>;
}

/** Packs an extension with a new key, and serves it. @param extension folder of the built extension */
export async function offer(extension: string): Promise<Offered> {
  const folder = await mkdtemp(join(tmpdir(), "keycard-lookup-crx-"));
  await cp(extension, join(folder, "extension"), { recursive: true });
  const { executablePath } = await ensureChromium(() => undefined);
  const profile = `--user-data-dir=${join(folder, "profile")}`;
  const pack = `--pack-extension=${join(folder, "extension")}`;
  execFileSync(executablePath, ["--headless", "--no-sandbox", profile, pack], { stdio: "ignore" });
  const key = createPrivateKey(await readFile(join(folder, "extension.pem")));
  const id = extensionId(createPublicKey(key).export({ type: "spki", format: "der" }));
  const crx = await readFile(join(folder, "extension.crx"));
  const { version } = JSON.parse(await readFile(join(extension, "manifest.json"), "utf8"));
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });

  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/update.xml"))
      return response.setHeader("Content-Type", "application/x-chrome-extension").end(crx);
    const update = `<updatecheck codebase="${origin}/extension.crx" version="${version}"/>`;
    return response
      .setHeader("Content-Type", "application/xml")
      .end(
        `<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}">${update}</app></gupdate>`,
      );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    id,
    updateUrl: `${origin}/update.xml`,
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Starts a Chromium with a fresh profile that has no extensions except by policy, and can reach only this machine. */
export async function launchBare(
  executablePath: string,
): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), "keycard-lookup-"));
  const context = await chromium.launchPersistentContext(profile, {
    ...(await ensureChromium(() => undefined)),
    executablePath,
    headless: true,
    // Playwright's defaults would disable extensions and downloading them.
    ignoreDefaultArgs: ["--disable-extensions", "--disable-background-networking"],
    args: [
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
