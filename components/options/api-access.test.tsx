// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { SiteActions } from "../sites/site-actions.ts";
import { fakeSites } from "../testing/fake-background.ts";
import {
  button,
  clear,
  click,
  eventually,
  hasButton,
  page,
  settle,
  show,
} from "../testing/test-page.ts";
import { ApiAccess } from "./api-access.tsx";

afterEach(clear);

const ALLOW = "Allow access to Keycard";

async function access(own: Partial<SiteActions>, onGranted = () => undefined) {
  await show(<ApiAccess sites={fakeSites([], own)} onGranted={onGranted} />);
  await settle();
}

it("says nothing while the API can be reached", async () => {
  await access({});
  expect(page.textContent).toBe("");
});

it("asks directly from the click, and disappears once it is allowed", async () => {
  const requestApi = vi.fn(async () => true);
  const onGranted = vi.fn();
  await access({ mayReachApi: async () => false, requestApi }, onGranted);
  button(ALLOW).click();
  expect(requestApi).toHaveBeenCalledOnce();
  await eventually(() => expect(onGranted).toHaveBeenCalledOnce());
  expect(hasButton(ALLOW)).toBe(false);
});

it("says if it was not allowed, and can ask again", async () => {
  await access({ mayReachApi: async () => false, requestApi: async () => false });
  await click(button(ALLOW));
  expect(page.textContent).toContain("Not allowed. Choose Allow");
  expect(hasButton(ALLOW)).toBe(true);
});

it("follows changes in the browser's settings", async () => {
  let allowed = true;
  let tell: () => void = () => undefined;
  await access({
    mayReachApi: async () => allowed,
    onSitesChanged: (callback) => {
      tell = callback;
      return () => undefined;
    },
  });
  allowed = false;
  tell();
  await eventually(() => expect(hasButton(ALLOW)).toBe(true));
});
