import { expect, test } from "./fixtures.ts";

test.describe("the browser reports what it refuses", () => {
  test.use({ alone: true });

  test("popup, options and side panel draw nothing in a frame, not even in an extension page", async ({
    connected,
    foresee,
  }) => {
    const { context, address } = connected;
    for (const name of ["popup.html", "options.html", "sidepanel.html"]) {
      foresee(new RegExp(`console of .*/${name}: error: Framing .* violates .*"frame-ancestors`));
      const page = await context.newPage();
      await page.goto(address(name));
      await expect(page.locator("#app > *").first()).toBeVisible();
      await page.evaluate((url) => {
        const frame = document.createElement("iframe");
        frame.src = url;
        document.body.append(frame);
        return new Promise((loaded) => frame.addEventListener("load", loaded));
      }, address(name));
      await page.waitForTimeout(300);
      const [, framed] = page.frames();
      const drawn = await framed?.evaluate(() => document.querySelector("#app > *") !== null);
      expect(drawn, name).toBe(false);
      await page.close();
    }
  });
});

test("a web page can't frame them at all", async ({ connected, sandbox }) => {
  const page = await connected.context.newPage();
  await page.goto(`${sandbox.url}/tickets/1`);
  for (const name of ["popup.html", "options.html", "sidepanel.html"]) {
    await page.evaluate((url) => {
      const frame = document.createElement("iframe");
      frame.src = url;
      document.body.append(frame);
      return new Promise((loaded) => frame.addEventListener("load", loaded));
    }, connected.address(name));
    expect(page.frames().map((frame) => frame.url())).not.toContain(connected.address(name));
  }
});
