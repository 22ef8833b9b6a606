// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { clear, one, show } from "../testing/test-page.ts";
import { ApiMoment } from "./moment.tsx";

afterEach(async () => {
  vi.unstubAllEnvs();
  await clear();
});

it("shows a time in the reader's time zone, and in UTC in the tooltip", async () => {
  vi.stubEnv("TZ", "Asia/Tokyo");
  await show(<ApiMoment text="2026-01-02T23:30:00Z" />);
  expect(one("time .exact").textContent).toBe("3 Jan 2026, 08:30");
  expect(one("time").getAttribute("title")).toBe("2 Jan 2026 23:30 UTC");
  expect(one("time").getAttribute("datetime")).toBe("2026-01-02T23:30:00.000Z");
});

it("shows text that isn't a date as it came", async () => {
  await show(<ApiMoment text="last Tuesday" />);
  expect(one(".inert").textContent).toBe("last Tuesday");
});
