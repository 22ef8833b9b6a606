// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { ada } from "../testing/sample-users.ts";
import { button, clear, click, one, page, show } from "../testing/test-page.ts";
import { CopyDiagnostics } from "./diagnostics.tsx";

afterEach(clear);

const shown = () => page.querySelector("pre")?.textContent;

it("copies the current state, and shows what was copied", async () => {
  const copy = vi.fn(async () => true);
  let n = 1;
  await show(<CopyDiagnostics read={async () => `Errors: ${n++}`} copy={copy} />);
  expect(shown()).toBeUndefined();
  for (const text of ["Errors: 1", "Errors: 2"]) {
    await click(button("Copy diagnostics"));
    expect(copy).toHaveBeenLastCalledWith(text);
    expect(shown()).toBe(text);
  }
  expect(page.textContent).toContain("Copied");
});

it("shows what would be copied, and hides it again", async () => {
  const copy = vi.fn(async () => true);
  await show(<CopyDiagnostics read={async () => "Version: 1"} copy={copy} />);
  await click(button("Show what’s copied"));
  expect(one("pre").getAttribute("lang")).toBe("en");
  expect(button("Show what’s copied").getAttribute("aria-expanded")).toBe("true");
  await click(button("Show what’s copied"));
  expect(shown()).toBeUndefined();
  expect(copy).not.toHaveBeenCalled();
});

it("says if the browser refused, or the background didn't answer", async () => {
  await show(<CopyDiagnostics read={async () => "x"} copy={async () => false} />);
  await click(button("Copy diagnostics"));
  expect(page.textContent).toContain("Couldn’t copy");
  await show(<CopyDiagnostics read={() => Promise.reject(new Error(ada.id))} />);
  await click(button("Copy diagnostics"));
  expect(page.textContent).toContain("The extension didn’t respond. Try again.");
  expect(page.textContent).not.toContain(ada.id);
});
