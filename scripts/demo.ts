import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { API_KEYS } from "../sandbox/credentials.ts";
import { TEST_IDS } from "../sandbox/pages/test-ids.ts";
import { ACME } from "../sandbox/zones.ts";
import { type ExtensionBrowser, launchWithExtension } from "../tests/harness/browser.ts";
import { buildExtension } from "../tests/harness/build-extension.ts";
import { connectByForm } from "../tests/harness/connect.ts";
import {
  canStartDisplay,
  type Display,
  hasDisplay,
  startDisplay,
} from "../tests/harness/display.ts";
import { clickMenuItem } from "../tests/harness/menu.ts";
import { attachPopup } from "../tests/harness/popup.ts";
import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { hover, leave, openTicket, shownCard } from "../tests/harness/steps.ts";
import { ensureChromium } from "./chromium.ts";
import { cleanUpsOnSignals, OWN_SIGNALS } from "./clean-ups.ts";

/**
 * The README's demo: a sandbox, an extension built for it, a Chromium connected to it, and a ticket to try it on.
 * Without a display it tries hover, popup and context menu itself, and saves a screenshot of each.
 */

const PICTURES = ".output/demo";

const HELP = `Usage: npm run demo -- [--headless] [--keep]

  --headless   no window: hover, popup and context menu are tried with real input, pictures go to ${PICTURES}/
  --keep       keep everything running after that, until Ctrl-C`;

const say = (text: string) => console.log(text);
const cleanUps = cleanUpsOnSignals();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      headless: { type: "boolean" },
      keep: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return say(HELP);
  const headless = values.headless === true || !hasDisplay();

  say("1. Looking for a Chromium.");
  await ensureChromium(say);
  say("2. Starting the sandbox: a Keycard users API in memory, and sample tickets.");
  const sandbox = await startSandboxProcess();
  cleanUps.add(() => sandbox.stop());
  say(`   ${sandbox.url}`);
  say("3. Building the extension for it.");
  const extension = await buildExtension(sandbox.url, PICTURES);
  say(
    "4. Starting Chromium with the extension, and connecting it in the options, as a person would.",
  );
  const display = headless && canStartDisplay() ? await startDisplay() : undefined;
  if (display) cleanUps.add(() => display.stop());
  const browser = await launchWithExtension(extension, {
    ...OWN_SIGNALS,
    headless: headless && !display,
    viewport: { width: 1280, height: 800 },
    ...(display && { env: { ...process.env, ...display.env } as Record<string, string> }),
  });
  cleanUps.add(() => browser.close());
  await connectByForm(browser, { apiKey: API_KEYS.full, zone: ACME.id });

  if (headless) await tryItAll(browser, sandbox.url, display);
  else await openTicket(browser, sandbox, 1);
  if (headless && !values.keep) return;
  say(
    "\nHover an e-mail address or a user ID, click the toolbar icon, or right-click a selection or a mailto link." +
      "\nRunning until you close the browser or press Ctrl-C.",
  );
  await browser.context.waitForEvent("close", { timeout: 0 });
}

/** Does what a user would do, with real browser input, and prints the results. */
async function tryItAll(
  browser: ExtensionBrowser,
  url: string,
  display: Display | undefined,
): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const page = await openTicket(browser, { url }, 1);
  await page.bringToFront();

  say("\nHover: the pointer is on the requester's address.");
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await card.locator("main:not([data-state=loading])").waitFor();
  say(indent(await card.locator("article").innerText()));
  await picture("hover.png", await page.screenshot());
  await leave(page);

  say("\nContext menu: right-click on a mailto link whose text is a name.");
  await page.getByTestId(TEST_IDS.threadMailto).first().click({ button: "right" });
  if (display) {
    await page.waitForTimeout(500);
    await display.press("Up", "Up", "Return");
  } else {
    say(
      "  (A browser without a display has no menu to click: the click on its item is raised in the extension.)",
    );
    await clickMenuItem(browser, page, { linkUrl: "mailto:grace@example.com", frameId: 0 });
  }
  const menuCard = await shownCard(page);
  await menuCard.locator("main:not([data-state=loading])").waitFor();
  say(indent(await menuCard.locator("article").innerText()));
  await picture("context-menu.png", await page.screenshot());
  await page.keyboard.press("Escape");

  say("\nPopup: “twins” typed into the toolbar popup, then Enter.");
  await (await browser.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachPopup(browser);
  await popup.until("document.activeElement.getAttribute('role') === 'combobox'");
  await popup.type("twins");
  await popup.until("document.querySelector('[role=listbox] [role=option]')");
  say(indent(await popup.read("document.querySelector('[role=listbox]').innerText")));
  await picture("popup.png", await popup.screenshot());
  await popup.press("Enter");
  await popup.until("document.querySelector('article')");
  say(indent(await popup.read("document.querySelector('article').innerText")));
}

async function picture(name: string, png: Buffer): Promise<void> {
  await writeFile(`${PICTURES}/${name}`, png);
  say(`  -> ${PICTURES}/${name}`);
}

function indent(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "")
    .map((line) => `  ${line}`)
    .join("\n");
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await cleanUps.run();
