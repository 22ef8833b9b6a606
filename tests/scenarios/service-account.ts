import { expect } from "@playwright/test";
import { SERVICE_ACCOUNT as ACCOUNT, TOKEN_PREFIX } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { connectByForm, removeKey } from "./connect.ts";
import type { Scenario } from "./scenario.ts";
import { expectCard, leave, pointAt } from "./steps.ts";

export const SERVICE_ACCOUNT: readonly Scenario[] = [
  {
    name: "a service account replaces the key: it is exchanged for a token, which outlives the background",
    async run(driver, sandbox) {
      const options = await driver.openOwn("options.html");
      await removeKey(options);
      await connectByForm(options, { serviceAccount: ACCOUNT, zone: ACME.name });
      const page = await driver.open("/tickets/1");
      await pointAt(page, TEST_IDS.requesterEmail);
      await expectCard(page, { state: "found", users: [PEOPLE.ada.id] });
      const exchanged = async () =>
        (await sandbox.log()).filter(({ path }) => path === "/service-account-token").length;
      const before = await exchanged();
      expect(before).toBeGreaterThan(0);
      await leave(page);
      await driver.stopBackground();
      await pointAt(page, TEST_IDS.affectedId, 1);
      await expectCard(page, { state: "found", users: [PEOPLE.grace.id] });
      expect(await exchanged()).toBe(before);
      const stored = () => chrome.storage.local.get().then((all) => JSON.stringify(all));
      expect(await options.read(stored)).not.toMatch(
        new RegExp(`${ACCOUNT.clientSecret}|${TOKEN_PREFIX}`),
      );
    },
  },
];
