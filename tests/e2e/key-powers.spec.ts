import { API_KEYS } from "../../sandbox/credentials.ts";
import { ACME, SMALL_LEGACY } from "../../sandbox/zones.ts";
import { connectByForm } from "../harness/connect.ts";
import { optionsPage } from "../harness/extension-page.ts";
import { expect, test } from "./fixtures.ts";

test("Connect shows what the key can do besides reading, what it can't read, and how people sign in", async ({
  extension,
}) => {
  await connectByForm(extension, { apiKey: API_KEYS.full, zone: ACME.id });
  const options = await optionsPage(extension);
  const changes = options.getByText(
    "This key can also change zones, users, sessions, delegated grants",
  );
  const cannotRead = options.getByText("This key can’t read");
  await expect(changes).toBeVisible();
  await expect(cannotRead).toHaveCount(0);
  await expect(options.getByText("is by invitation only")).toBeVisible();

  await options.getByRole("combobox", { name: "Zone" }).selectOption(SMALL_LEGACY.id);
  await expect(options.getByText("the identity provider Acme Identity.")).toBeVisible();
  await expect(options.getByText("is by invitation only")).toHaveCount(0);

  await connectByForm(extension, { apiKey: API_KEYS.noSessions, zone: ACME.id });
  await expect(cannotRead).toContainText("This key can’t read sessions, delegated grants.");
  await expect(changes).toHaveCount(0);
});
