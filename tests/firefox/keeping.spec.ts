import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { findInFolder } from "../harness/find-in-folder.ts";
import { closeFirstRunPage, install } from "../harness/firefox/extension.ts";
import { type Firefox, launchFirefox } from "../harness/firefox/launch.ts";
import { connectByForm, removeKey, type WayName } from "../scenarios/connect.ts";
import type { Driver, Tab } from "../scenarios/driver.ts";
import { click, expectText, fill } from "../scenarios/steps.ts";
import { firefoxDriver } from "./driver.ts";
import { test as base, expect } from "./fixtures.ts";

const PASSPHRASE = "correct horse battery";

/** One profile over several starts of the browser. */
const test = base.extend<{
  machine: { profile: string; start(): Promise<Driver>; stop(): Promise<void> };
}>({
  machine: async ({ station, sandbox: _ }, use) => {
    const profile = await mkdtemp(join(tmpdir(), "keycard-lookup-"));
    let running: Firefox | undefined;
    const stop = async () => {
      await running?.close();
      running = undefined;
    };
    await use({
      profile,
      async start() {
        running = await launchFirefox({ profile });
        await install(running.marionette, station.extension);
        await closeFirstRunPage(running.marionette);
        return firefoxDriver(running, station.sandbox);
      },
      stop,
    });
    await stop();
    await rm(profile, { recursive: true, force: true });
  },
});

async function connect(driver: Driver, way: WayName): Promise<Tab> {
  const options = await driver.openOwn("options.html");
  const passphrase = way === "With a passphrase" ? { passphrase: PASSPHRASE } : {};
  await connectByForm(options, { apiKey: API_KEYS.full, zone: ACME.name, way, ...passphrase });
  return options;
}

async function expectSearch(popup: Tab): Promise<void> {
  await popup.type("ada@");
  await expectText(popup, PEOPLE.ada.email);
}

test("the key lives as long as its way of keeping says, and is in no file of the profile", async ({
  machine,
}) => {
  test.setTimeout(120_000);
  await connect(await machine.start(), "Until the browser closes");
  await machine.stop();
  expect(await findInFolder(machine.profile, [API_KEYS.full])).toEqual([]);

  const second = await machine.start();
  await expectText(await second.openOwn("popup.html"), "Connect");
  await connect(second, "On this device");
  await machine.stop();
  expect(await findInFolder(machine.profile, [API_KEYS.full])).toEqual([]);

  const third = await machine.start();
  await expectSearch(await third.openOwn("popup.html"));
  const options = await third.openOwn("options.html");
  await expectText(options, "The key is kept on this device.");
  await removeKey(options);
  await options.close();

  await connect(third, "With a passphrase");
  const popup = await third.openOwn("popup.html");
  await click(popup, "button", "Lock");
  await fill(popup, "Passphrase", "wrong horse");
  await popup.press("Enter");
  await expectText(popup, "Wrong passphrase");
  await fill(popup, "Passphrase", PASSPHRASE);
  await popup.press("Enter");
  await click(popup, "combobox", "Search users");
  await expectSearch(popup);
  await machine.stop();
  expect(await findInFolder(machine.profile, [API_KEYS.full, PASSPHRASE])).toEqual([]);
});
