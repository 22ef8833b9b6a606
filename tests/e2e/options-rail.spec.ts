import { optionsPage } from "../harness/extension-page.ts";
import { expect, test } from "./fixtures.ts";

test("the options' navigation: by keyboard to a section, which is in the URL and marked; and by the URL alone", async ({
  connected,
}) => {
  const options = await optionsPage(connected);
  await options.bringToFront();
  const rail = options.getByRole("navigation", { name: "Sections" });
  const current = rail.locator("[aria-current=location]");
  await expect(current).toHaveText("Connection");

  await rail.getByRole("link", { name: "IDs" }).press("Enter");
  const ids = options.getByRole("heading", { name: "IDs from your identity provider" });
  await expect(ids).toBeFocused();
  await expect(ids).toBeInViewport();
  await expect(current).toHaveText("IDs");
  await options.keyboard.press("Tab");
  await expect(options.getByRole("switch", { name: "Recognize Auth0 IDs" })).toBeFocused();

  await options.mouse.move(600, 300);
  await options.mouse.wheel(0, -100_000);
  await expect(current).toHaveText("Connection");
  await options.mouse.wheel(0, 100_000);
  await expect(current).toHaveText("About");
  await expect(rail).toBeInViewport();

  await options.goto(connected.address("options.html#transfer"));
  await options.reload();
  await expect(options.getByRole("heading", { name: "Export and import" })).toBeFocused();
  await expect(current).toHaveText("Transfer");
});

test("one click recognizes a provider's IDs, and the try-out card shows them", async ({
  connected,
}) => {
  const options = await optionsPage(connected);
  await options.bringToFront();
  await options.getByRole("switch", { name: "Recognize Auth0 IDs" }).click();
  const stored = () =>
    options.evaluate(async () => {
      const { settings } = await chrome.storage.local.get("settings");
      return (settings as { subjects?: string[] }).subjects;
    });
  await expect.poll(stored).toEqual(["auth0|{hex:24}"]);
  await options
    .getByRole("textbox", { name: /Someone in your zone/ })
    .fill("auth0|507f1f77bcf86cd799439011");
  await expect(
    options.getByRole("button", { name: "auth0|507f1f77bcf86cd799439011" }),
  ).toBeVisible();
  await options.getByRole("switch", { name: "Recognize Auth0 IDs" }).click();
  await expect.poll(stored).toEqual([]);
});
