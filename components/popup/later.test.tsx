// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { loadOnce } from "../parts/load-once.ts";
import { fakeBackground, fakeSites, never } from "../testing/fake-background.ts";
import { ada } from "../testing/sample-users.ts";
import {
  button,
  clear,
  click,
  eventually,
  field,
  page,
  press,
  settle,
  show,
  type,
} from "../testing/test-page.ts";
import { Popup } from "./popup.tsx";
import { rest as loadedRest, type Rest } from "./rest.ts";

afterEach(clear);

async function popup(load: () => Promise<Rest>) {
  const rest = loadOnce(load);
  await show(
    <Popup
      background={fakeBackground()}
      sites={fakeSites()}
      rest={rest}
      onOpenOptions={() => undefined}
    />,
  );
  return rest;
}

const search = () => field("Search users");

async function searched() {
  await type(search(), "exam");
  await press("Enter", search());
}

const found = () => page.querySelector(`[role=option][data-user-id="${ada.id}"]`);

it("is ready for typing, with space for all controls, before the rest is needed", async () => {
  const load = vi.fn(never);
  await popup(load);
  expect(document.activeElement).toBe(search());
  expect(page.querySelector(".controls")).not.toBeNull();
  expect(load).not.toHaveBeenCalled();
});

it("loads the rest once, however often it is needed, and shows results as soon as it is there", async () => {
  let come = (_: Rest) => {};
  const load = vi.fn(
    () =>
      new Promise<Rest>((resolve) => {
        come = resolve;
      }),
  );
  const rest = await popup(load);
  await searched();
  void rest.load();
  await click(button("Paste a list"));
  expect(load).toHaveBeenCalledOnce();
  expect(page.querySelector(".skeleton")).not.toBeNull();
  come(loadedRest);
  await settle();
  await eventually(() => expect(page.querySelectorAll("[role=switch]")).toHaveLength(2));
  await press("Escape");
  expect(found()).not.toBeNull();
  expect(load).toHaveBeenCalledOnce();
});

it("is never empty: if the rest can't be loaded, it says so and offers a way on", async () => {
  const reload = vi.spyOn(location, "reload").mockReturnValue(undefined);
  await popup(() => Promise.reject(new TypeError("Failed to fetch")));
  await searched();
  expect(page.textContent).toContain("The rest can’t be loaded.");
  // There is no list for keyboard navigation.
  expect(search().getAttribute("aria-expanded")).toBe("false");
  expect(search().hasAttribute("aria-activedescendant")).toBe(false);
  expect(search().value).toBe("exam");
  await click(button("Load again"));
  expect(reload).toHaveBeenCalledOnce();
  reload.mockRestore();
});
