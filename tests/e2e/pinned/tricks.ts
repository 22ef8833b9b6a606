import type { Frame, Page } from "@playwright/test";
import type { Sandbox } from "../../harness/sandbox-control.ts";
import { hover, shownCard } from "../../harness/steps.ts";
import { expect } from "../fixtures.ts";

/** What a page's script does to a pinned card, repeatedly for some seconds. Each runs in the page. */
const TRICKS: Record<string, () => Promise<void>> = {
  "hides it every 50 ms": async () => {
    for (let times = 0; times < 80; times++) {
      document.querySelector<HTMLElement>("[popover=manual]")?.hidePopover();
      await new Promise((later) => setTimeout(later, 50));
    }
  },
  "hides it as soon as it notices that it is shown": async () => {
    const hide = ({ target }: Event) => {
      const host = document.querySelector<HTMLElement>("[popover=manual]");
      if (target === host) host?.hidePopover();
    };
    document.addEventListener("toggle", hide, true);
    document.querySelector<HTMLElement>("[popover=manual]")?.hidePopover();
    await new Promise((later) => setTimeout(later, 2_000));
    document.removeEventListener("toggle", hide, true);
  },
  "removes it": async () => {
    for (let times = 0; times < 10; times++) {
      document.querySelector("[popover=manual]")?.remove();
      await new Promise((later) => setTimeout(later, 350));
    }
  },
  "removes it and adds it again, which reloads its frame": async () => {
    for (let times = 0; times < 5; times++) {
      const host = document.querySelector<HTMLElement>("[popover=manual]");
      if (host) {
        host.remove();
        document.documentElement.append(host);
        host.showPopover();
      }
      await new Promise((later) => setTimeout(later, 600));
    }
  },
  "covers it with a modal dialog": async () => {
    for (let times = 0; times < 5; times++) {
      const dialog = document.createElement("dialog");
      document.body.append(dialog);
      dialog.showModal();
      await new Promise((later) => setTimeout(later, 500));
      dialog.remove();
      await new Promise((later) => setTimeout(later, 400));
    }
  },
};

/** For a frame that can be replaced: then the next one is asked. */
const SOON = { timeout: 1_000 };

const pin = (card: Frame) => card.getByRole("button", { name: "Pin" });

/** Shows someone by hover, and pins the card. */
export async function pinCard(page: Page, place: ReturnType<Page["locator"]>): Promise<Frame> {
  const card = await hover(page, place);
  await expect(card.locator("article")).toHaveCount(1);
  await pin(card).click();
  await expect(pin(card)).toHaveAttribute("aria-pressed", "true");
  return card;
}

/** Has the page play all its tricks on a pinned card: no request is sent, and the answer is still there. */
export async function expectGoesOn(
  step: (name: string, body: () => Promise<void>) => Promise<void>,
  page: Page,
  sandbox: Sandbox,
  userId: string,
): Promise<void> {
  for (const [name, trick] of Object.entries(TRICKS))
    await step(name, async () => {
      await sandbox.clearLog();
      await page.evaluate(trick);
      // A frame that the page has reloaded is visible, and empty, until the next check replaces it.
      await expect(async () => {
        const card = await shownCard(page);
        await expect(card.locator("article")).toHaveAttribute("data-user-id", userId, SOON);
        await expect(pin(card)).toHaveAttribute("aria-pressed", "true", SOON);
      }).toPass({ timeout: 10_000 });
      expect(await sandbox.besideNames()).toEqual([]);
    });
}
