// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { fakeBackground, fakeSites } from "../testing/fake-background.ts";
import { staging, zone } from "../testing/sample-users.ts";
import {
  area,
  button,
  choose,
  clear,
  click,
  eventually,
  hasButton,
  one,
  page,
  press,
  select,
  settle,
  show,
  submit,
  type,
} from "../testing/test-page.ts";
import { Popup } from "./popup.tsx";
import { restHere } from "./rest-here.ts";

afterEach(clear);

const FIELD = "Any text with e-mail addresses or IDs";
const TEXT = "ada.lovelace@example.com, bob@example.com";

async function opened(own: Partial<BackgroundApi> = {}) {
  const lookUpMany = vi.fn(own.lookUpMany ?? fakeBackground().lookUpMany);
  const stopLookUps = vi.fn(async () => undefined);
  const background = fakeBackground({ ...own, lookUpMany, stopLookUps });
  await show(
    <Popup
      rest={restHere}
      background={background}
      sites={fakeSites()}
      onOpenOptions={() => undefined}
    />,
  );
  await click(button("Paste a list"));
  return { lookUpMany, stopLookUps };
}

const field = () => area(FIELD);
async function write(text: string): Promise<void> {
  await type(field(), text);
  await settle();
}
const rows = () => page.querySelectorAll("tbody tr");
const said = () => one("[role=status]").textContent;

it("takes any text, and says whom it names before anybody is looked up", async () => {
  const { lookUpMany } = await opened();
  expect(document.activeElement).toBe(field());
  expect(button("Look up").disabled).toBe(true);
  await write(TEXT);
  expect(page.textContent).toContain("2 addresses and IDs");
  await eventually(() => expect(said()).toBe("2 addresses and IDs"));
  expect(lookUpMany).not.toHaveBeenCalled();
  expect(button("Look up all 2").disabled).toBe(false);
});

it("refuses a text that is too long, and says so", async () => {
  await opened();
  await write("ada@example.com ".repeat(40_000));
  expect(field().getAttribute("aria-invalid")).toBe("true");
  expect(page.textContent).toContain("This text has more than 500,000 characters.");
  expect(button("Look up").disabled).toBe(true);
});

it("looks everybody up, and comes back to the row and to the text", async () => {
  const { lookUpMany } = await opened();
  await write(TEXT);
  await submit(one("form"));
  expect(lookUpMany).toHaveBeenCalledOnce();
  expect(rows()).toHaveLength(2);
  expect(document.activeElement?.textContent).toBe("Paste a list");
  await click(one<HTMLButtonElement>("tbody tr:nth-child(2) .people-open"));
  expect(page.querySelector("article")).not.toBeNull();
  await press("Escape");
  expect(document.activeElement).toBe(one("tbody tr:nth-child(2) .people-open"));
  expect(lookUpMany).toHaveBeenCalledOnce();

  await click(button("Start over"));
  expect(field().value).toBe(TEXT);
  expect(document.activeElement).toBe(field());
  expect(field().selectionEnd).toBe(TEXT.length);
});

it("names what it did not recognize, before and after it has looked everybody up", async () => {
  await opened();
  await write(`${TEXT}\nE-1042\n\n${"x".repeat(50)}`);
  const left = () => [...page.querySelectorAll(".unrecognized li")].map((line) => line.textContent);
  expect(one(".unrecognized summary").textContent).toBe("2 lines not recognized");
  expect(left()).toEqual(["E-1042", "x".repeat(50)]);
  await submit(one("form"));
  expect(one(".unrecognized summary").textContent).toBe("2 lines not recognized");
  expect(left()).toEqual(["E-1042", "x".repeat(50)]);
  await click(button("Start over"));
  await write(TEXT);
  expect(page.querySelector(".unrecognized")).toBeNull();
});

it("loses no text by Escape or Back", async () => {
  await opened();
  await write(TEXT);
  expect(await press("Escape")).toBe(true);
  expect(document.activeElement).toBe(button("Paste a list"));
  await click(button("Paste a list"));
  expect(field().value).toBe(TEXT);
});

it("stops when the person leaves it, and goes on while one of the list is looked at", async () => {
  const { lookUpMany, stopLookUps } = await opened({
    lookUpMany: () => new Promise(() => undefined),
  });
  await write(TEXT);
  await submit(one("form"));
  await click(one<HTMLButtonElement>("tbody .people-open"));
  expect(stopLookUps).not.toHaveBeenCalled();
  await click(button("Back to the list"));
  expect(hasButton("Cancel")).toBe(true);
  await press("Escape");
  expect(stopLookUps).toHaveBeenCalledOnce();
  expect(lookUpMany).toHaveBeenCalledOnce();
});

it("stops when the page is closed", async () => {
  const { stopLookUps } = await opened({ lookUpMany: () => new Promise(() => undefined) });
  await write(TEXT);
  await submit(one("form"));
  window.dispatchEvent(new Event("pagehide"));
  expect(stopLookUps).toHaveBeenCalledOnce();
});

it("forgets who was found when another zone is chosen, and keeps the text", async () => {
  await opened({ zones: async () => ({ state: "listed", zones: [zone, staging] }) });
  await write(TEXT);
  await submit(one("form"));
  expect(rows()).toHaveLength(2);
  await choose(select("Zone"), staging.id);
  expect(rows()).toHaveLength(0);
  expect(field().value).toBe(TEXT);
});
