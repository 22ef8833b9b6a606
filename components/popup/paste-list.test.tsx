// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { parseSubjectPattern, type SubjectPattern } from "../../lib/mentions/index.ts";
import { mentionsInText } from "../../lib/mentions-in-text.ts";
import { fakeBackground, fakeSites, sampleSettings } from "../testing/fake-background.ts";
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

const FIELD = "Paste any text with e-mail addresses or IDs";
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

it("takes any text, and says who it mentions before anyone is looked up", async () => {
  const { lookUpMany } = await opened();
  expect(document.activeElement).toBe(field());
  expect(button("Look up").disabled).toBe(true);
  await write(TEXT);
  expect(page.textContent).toContain("2 addresses and IDs");
  await eventually(() => expect(said()).toBe("2 addresses and IDs"));
  expect(lookUpMany).not.toHaveBeenCalled();
  expect(button("Look up all 2").disabled).toBe(false);
});

it("rejects a text that is too long, and says so", async () => {
  await opened();
  await write("ada@example.com ".repeat(70_000));
  expect(field().getAttribute("aria-invalid")).toBe("true");
  expect(page.textContent).toContain("This text has more than 1,000,000 characters.");
  expect(button("Look up").disabled).toBe(true);
});

it("looks everyone up, and returns to the row and to the text", async () => {
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

it("names what it did not recognize, before and after looking everyone up", async () => {
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

const AUTH0 = "auth0|0123456789abcdef01234567";

/** A background that recognizes what its settings say. */
function recognizing(own: Partial<BackgroundApi> = {}): Partial<BackgroundApi> {
  let subjects: string[] = [];
  return {
    settings: async () => ({ ...sampleSettings, subjects }),
    changeSettings: async (change) => {
      subjects = change.subjects ?? subjects;
      return { ok: true };
    },
    findMentions: async ({ text }) =>
      mentionsInText(
        text,
        subjects.map((template) => parseSubjectPattern(template) as SubjectPattern),
      ),
    ...own,
  };
}

it("adds the ID pattern of a known provider on a click, lists who it finds, and can undo it", async () => {
  const { lookUpMany } = await opened(recognizing());
  await write(`${TEXT}\n${AUTH0}`);
  await submit(one("form"));
  expect(page.textContent).toContain("1 line looks like an ID from Auth0.");
  button("Recognize Auth0 IDs").focus();
  await click(button("Recognize Auth0 IDs"));
  expect(said()).toBe("Auth0 IDs are now recognized, on pages too.");
  expect(document.activeElement).toBe(button("Undo"));
  const option = new URL(one<HTMLAnchorElement>("a[href^='options.html']").href);
  expect(option.hash).toBe("#ids");
  expect(page.querySelector(".unrecognized")).toBeNull();
  expect([...rows()].some((row) => row.textContent?.includes(AUTH0))).toBe(true);
  // Only on the click that says so.
  expect(lookUpMany).toHaveBeenCalledOnce();
  expect(hasButton("Look up 1 more")).toBe(true);
  await click(button("Undo"));
  expect(said()).toBe("Auth0 IDs aren’t recognized anymore.");
  expect(rows()).toHaveLength(2);
  expect(hasButton("Recognize Auth0 IDs")).toBe(true);
});

it("says why no pattern was added", async () => {
  await opened(
    recognizing({
      policy: async () => ({ policy: { subjectPatterns: ["{digit:21}"] }, warnings: [] }),
    }),
  );
  await write(AUTH0);
  await click(button("Recognize Auth0 IDs"));
  expect(said()).toBe("Your organization sets which IDs are recognized.");
  expect(hasButton("Undo")).toBe(false);
  // There is nothing to edit.
  expect(page.querySelector(".is-trouble a")).toBeNull();
});

it("loses no text on Escape or Back", async () => {
  await opened();
  await write(TEXT);
  expect(await press("Escape")).toBe(true);
  expect(document.activeElement).toBe(button("Paste a list"));
  await click(button("Paste a list"));
  expect(field().value).toBe(TEXT);
});

it("stops when the user leaves it, and continues while someone in the list is shown", async () => {
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

it("recognizes employee numbers after a click, as identifiers", async () => {
  await opened(recognizing());
  await write(`${TEXT}\nE-1042\nE-1043`);
  expect(page.textContent).toContain("2 lines look like identifiers, such as E-1042.");
  await click(button("Recognize identifiers like E-1042"));
  expect(said()).toBe("Identifiers like E-1042 are recognized now, on pages too.");
  expect(hasButton("Look up all 4")).toBe(true);
  await click(button("Undo"));
  expect(said()).toBe("Identifiers like E-1042 aren’t recognized anymore.");
  expect(hasButton("Look up all 2")).toBe(true);
});
