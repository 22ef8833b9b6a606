import { expect } from "@playwright/test";
import { PEOPLE } from "../../sandbox/people.ts";
import type { Scenario } from "./scenario.ts";
import { expectText } from "./steps.ts";

/** The results in the popup, and which of them is active. */
function readResults() {
  const field = document.querySelector<HTMLInputElement>("input[role=combobox]");
  const options = [...document.querySelectorAll<HTMLElement>("[role=listbox] [role=option]")];
  const on = field?.getAttribute("aria-activedescendant");
  return {
    typed: field?.value,
    hasFocus: document.activeElement === field,
    users: options.map(({ dataset }) => dataset["userId"]),
    active: options.findIndex(({ id }) => id === on),
  };
}

export const POPUP: readonly Scenario[] = [
  {
    name: "the popup, by keyboard alone: it searches while typing, and Enter opens the chosen user",
    async run(driver) {
      const tab = await driver.openOwn("popup.html");
      const results = expect.poll(() => tab.read(readResults), "what the popup shows");
      await results.toMatchObject({ hasFocus: true, typed: "" });
      await tab.type("ada");
      const shown = () => tab.read(readResults);
      await expect.poll(async () => (await shown()).users[0]).toBe(PEOPLE.ada.id);
      await tab.press("End");
      await expect.poll(async () => (await shown()).active).toBeGreaterThan(0);
      await tab.press("Home");
      await expect.poll(async () => (await shown()).active).toBe(0);
      await tab.press("Enter");
      await expectText(tab, "Last sign-in");
      const opened = () =>
        document.querySelector<HTMLElement>("article[data-user-id]")?.dataset["userId"];
      expect(await tab.read(opened)).toBe(PEOPLE.ada.id);
      // Esc first returns to the results, then clears.
      await tab.press("Escape");
      await expect.poll(async () => (await shown()).typed).toBe("ada");
      await tab.press("Escape");
      await expect.poll(async () => (await shown()).typed).toBe("");
    },
  },
];
