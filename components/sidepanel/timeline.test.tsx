// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { clear, page, show } from "../testing/test-page.ts";
import { Timeline } from "./timeline.tsx";
import type { TimelineEvent } from "./timeline-events.ts";

const at = (text: string) => Date.parse(`${text}T12:00:00Z`);

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: at("2026-11-02") }));
afterEach(async () => {
  vi.useRealTimers();
  await clear();
});

const EVENTS: TimelineEvent[] = [
  { kind: "created", from: at("2025-11-02") },
  { kind: "session", from: at("2026-03-01") },
  { kind: "session", from: at("2026-10-20") },
  { kind: "session", from: at("2026-11-01"), until: at("2027-01-02") },
];

const drawn = (events: TimelineEvent[]) =>
  show(<Timeline events={events} nameOf={() => undefined} partial={false} />);

const texts = (selector: string) =>
  [...page.querySelectorAll(selector)].map((element) => element.textContent);

it("each dot has its date, which is drawn above it unless it would touch another's", async () => {
  await drawn(EVENTS);
  expect(texts(".event text")).toEqual(["Nov 2025", "1 Mar", "1 Nov"]);
  const titles = texts(".event title");
  expect(titles).toHaveLength(EVENTS.length);
  expect(titles[2]).toMatch(/^Session: 20 Oct 2026/);
});

it("today is labeled at its line", async () => {
  await drawn(EVENTS);
  const line = page.querySelector(".now");
  const label = page.querySelector(".timeline-today text");
  expect(label?.textContent).toBe("today");
  expect(label?.getAttribute("x")).toBe(line?.getAttribute("x1"));
});

it("if nothing lasts, today is the end", async () => {
  await drawn(EVENTS.slice(0, 3));
  expect(page.querySelector(".timeline-today")).toBeNull();
  expect(texts(".timeline-ends span").at(-1)).toBe("today");
});
