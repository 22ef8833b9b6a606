import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

/** Connects as a person does: in options, with an API key, choosing a zone. The page is closed afterwards. */
export async function connect(
  { context, address }: ExtensionBrowser,
  { apiKey, zone }: { apiKey: string; zone: string },
): Promise<void> {
  const options = await context.newPage();
  await options.goto(address("options.html"));
  await typeApiKey(options, apiKey);
  await options.getByRole("combobox", { name: "Zone" }).selectOption(zone);
  await options.getByText("Users are looked up in").first().waitFor();
  await options.close();
}

/** Fills in the connection form with an API key, and sends it. */
export async function typeApiKey(options: Page, apiKey: string): Promise<void> {
  await options.getByRole("radio", { name: "API key" }).check();
  await options.getByRole("textbox", { name: "API key" }).fill(apiKey);
  await options.getByRole("button", { name: "Connect" }).click();
}
