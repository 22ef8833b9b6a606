// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { button, clear, click, page, show } from "../testing/test-page.ts";
import { BrowserAddress } from "./browser-address.tsx";

afterEach(clear);

const draw = () =>
  show(<BrowserAddress caption="Change it at" address="about:addons" further="the gear" />);

it("copies the address", async () => {
  const taken: string[] = [];
  document.execCommand = vi.fn(() => {
    const event = new ClipboardEvent("copy", {
      clipboardData: new DataTransfer(),
      cancelable: true,
    });
    document.dispatchEvent(event);
    taken.push(event.clipboardData?.getData("text/plain") ?? "");
    return true;
  });
  await draw();
  expect(page.textContent).toContain("Change it at about:addons (the gear)");
  await click(button("Copy address"));
  expect(taken).toEqual(["about:addons"]);
  expect(page.textContent).toContain("Copied");
});

it("says if the browser refuses", async () => {
  document.execCommand = vi.fn(() => false);
  await draw();
  await click(button("Copy address"));
  expect(page.textContent).toContain("the browser blocked it");
});
