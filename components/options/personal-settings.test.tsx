// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { ChangeReply, PersonalSettings } from "../../lib/contract/replies.ts";
import {
  fakeBackground,
  fakeSites,
  never,
  sampleAbout,
  sampleSettings,
} from "../testing/fake-background.ts";
import {
  area,
  button,
  choose,
  clear,
  click,
  hasSelect,
  one,
  page,
  radio,
  select,
  show,
  submit,
  toggle,
  type,
} from "../testing/test-page.ts";
import { Options } from "./options.tsx";

const NOT_CLOSED = "A “{” isn’t closed. Write a class like {hex:24}: its name, a colon, a count.";

afterEach(clear);

const AUTH0 = "auth0|{hex:24}";
const rest = () => radio("When you hover an address or ID");
const held = () => radio("Only while you hold a key");
const patterns = () => area("Patterns, one per line");
const said = () => one("[role=status].heard-only").textContent;
const save = () => submit(patterns().closest("form") as Element);

async function options(own: Partial<BackgroundApi> = {}) {
  let stored: PersonalSettings = { ...sampleSettings, subjects: [AUTH0] };
  const changeSettings = vi.fn(
    own.changeSettings ??
      (async (change: Partial<PersonalSettings>): Promise<ChangeReply> => {
        stored = { ...stored, ...change };
        return { ok: true };
      }),
  );
  const settings = own.settings ?? (async () => stored);
  await show(
    <Options
      background={fakeBackground({ ...own, settings, changeSettings })}
      sites={fakeSites()}
      shortcut={async () => undefined}
      about={sampleAbout}
    />,
  );
  return { changeSettings };
}

it("shows what is stored", async () => {
  await options({
    settings: async () => ({
      ...sampleSettings,
      modifier: "Meta",
      subjects: [AUTH0, "{digit:21}"],
    }),
  });
  expect(held().checked).toBe(true);
  expect(select("Key to hold").value).toBe("Meta");
  expect([...select("Key to hold").options].map(({ value }) => value)).toEqual([
    "Alt",
    "Control",
    "Shift",
    "Meta",
  ]);
  expect(patterns().value).toBe(`${AUTH0}\n{digit:21}`);
});

it("saves the key at once, without the unsaved text", async () => {
  const { changeSettings } = await options();
  expect(rest().checked).toBe(true);
  expect(hasSelect("Key to hold")).toBe(false);
  await type(patterns(), "half a patt");
  await click(held());
  expect(changeSettings).toHaveBeenLastCalledWith({ modifier: "Control" });
  expect(said()).toBe("Saved.");
  await choose(select("Key to hold"), "Alt");
  expect(changeSettings).toHaveBeenLastCalledWith({ modifier: "Alt" });
  await click(rest());
  expect(changeSettings).toHaveBeenLastCalledWith({ modifier: null });
  expect(hasSelect("Key to hold")).toBe(false);
  expect(patterns().value).toBe("half a patt");
});

it("saves the patterns, and leaves the key as it is", async () => {
  const { changeSettings } = await options();
  await click(held());
  await type(patterns(), ` ${AUTH0}\n\n00u{alnum:17}\n`);
  await save();
  expect(changeSettings).toHaveBeenLastCalledWith({
    subjects: [AUTH0, "00u{alnum:17}"],
  });
  expect(said()).toBe("Saved.");
  expect(held().checked).toBe(true);
});

it("recognizes a provider's IDs with one click, and stops with another", async () => {
  const { changeSettings } = await options();
  const okta = () => toggle("Recognize Okta IDs") as HTMLButtonElement;
  expect(toggle("Recognize Auth0 IDs")?.getAttribute("aria-checked")).toBe("true");
  await type(patterns(), `${AUTH0}\nuser-{digit:4}`);
  await click(okta());
  expect(changeSettings).toHaveBeenLastCalledWith({
    subjects: [AUTH0, "user-{digit:4}", "00u{alnum:17}"],
  });
  expect(okta().getAttribute("aria-checked")).toBe("true");
  expect(said()).toBe("Saved.");
  await click(toggle("Recognize Auth0 IDs") as HTMLButtonElement);
  expect(changeSettings).toHaveBeenLastCalledWith({
    subjects: ["user-{digit:4}", "00u{alnum:17}"],
  });
  expect(patterns().value).toBe("user-{digit:4}\n00u{alnum:17}");
});

it("says what is wrong with another line when a provider’s pattern is added to it, and loses nothing", async () => {
  const errors = [{ template: "{oops", error: { why: "not-closed" as const } }];
  await options({ changeSettings: async () => ({ ok: false, errors }) });
  await type(patterns(), "{oops");
  await click(toggle("Recognize Google IDs") as HTMLButtonElement);
  expect(patterns().value).toBe("{oops\n{digit:21}");
  expect(said()).toBe("Not saved. Check line 1.");
});

it("can be emptied", async () => {
  const { changeSettings } = await options();
  await type(patterns(), " \n");
  await save();
  expect(changeSettings).toHaveBeenLastCalledWith({ subjects: [] });
});

it("goes back to what is stored if the key couldn't be saved, and says so", async () => {
  await options({ changeSettings: () => Promise.reject(new Error("port closed")) });
  await click(held());
  expect(one("[role=alert]").textContent).toContain("Not saved: the extension didn’t respond.");
  expect(rest().checked).toBe(true);
  expect(held().checked).toBe(false);
});

it("shows an error at its line, follows the line while the user types, and loses nothing", async () => {
  const errors = [{ template: "{oops", error: { why: "not-closed" as const } }];
  await options({ changeSettings: async () => ({ ok: false, errors }) });
  await type(patterns(), `${AUTH0}\n{oops`);
  await save();
  const list = () => document.getElementById(`${patterns().id}-errors`);
  expect(list()?.textContent).toBe(`Line 2 ${NOT_CLOSED}`);
  expect(patterns().getAttribute("aria-describedby")).toContain(`${patterns().id}-errors`);
  expect(patterns().getAttribute("aria-invalid")).toBe("true");
  expect(said()).toBe("Not saved. Check line 2.");
  expect(patterns().value).toBe(`${AUTH0}\n{oops`);
  await type(patterns(), `\n${AUTH0}\n{oops`);
  expect(list()?.textContent).toBe(`Line 3 ${NOT_CLOSED}`);
  await click(button("Line 3"));
  expect(document.activeElement).toBe(patterns());
  expect(patterns().value.slice(patterns().selectionStart, patterns().selectionEnd)).toBe("{oops");
  await type(patterns(), AUTH0);
  expect(list()).toBeNull();
  expect(patterns().getAttribute("aria-invalid")).toBe("false");
});

it("sends nothing if there are too many", async () => {
  const { changeSettings } = await options();
  const text = Array.from({ length: 21 }, (_, place) => `user-${place}-{hex:24}`).join("\n");
  await type(patterns(), text);
  await save();
  expect(changeSettings).not.toHaveBeenCalled();
  expect(page.textContent).toContain("Line 21 You can add at most 20 patterns.");
  expect(patterns().value).toBe(text);
});

it("keeps the text if saving got no answer", async () => {
  const { changeSettings } = await options();
  changeSettings.mockRejectedValueOnce(new Error("port closed"));
  await type(patterns(), "{digit:21}");
  await save();
  expect(one("[role=alert]").textContent).toContain("Not saved: the extension didn’t respond.");
  expect(patterns().value).toBe("{digit:21}");
  await save();
  expect(page.querySelector("[role=alert]")).toBeNull();
});

it("saves only once while a save is in progress", async () => {
  const { changeSettings } = await options({ changeSettings: never });
  await save();
  await save();
  expect(changeSettings).toHaveBeenCalledOnce();
  expect(page.textContent).toContain("Saving…");
});

it("says if the settings can't be read, and reads them again", async () => {
  const settings = vi.fn(async () => sampleSettings);
  settings.mockRejectedValueOnce(new Error("port closed"));
  await options({ settings });
  expect(page.textContent).toContain("The settings couldn’t be read.");
  expect(page.querySelector("textarea")).toBeNull();
  await click(button("Try again"));
  expect(rest().checked).toBe(true);
  expect(patterns().value).toBe("");
});

it("saves the theme as soon as it is chosen", async () => {
  const { changeSettings } = await options();
  expect(radio("System").checked).toBe(true);
  await click(radio("Dark"));
  expect(changeSettings).toHaveBeenLastCalledWith({ theme: "dark" });
  expect(radio("Dark").checked).toBe(true);
  expect(said()).toBe("Saved.");
  changeSettings.mockRejectedValueOnce(new Error("port closed"));
  await click(radio("Light"));
  expect(one("[role=alert]").textContent).toContain("Not saved: the extension didn’t respond.");
  expect(radio("Dark").checked).toBe(true);
});

it("says which language the texts are in, and where to choose it", async () => {
  await options();
  expect(page.textContent).toContain("English, from the language of your browser.");
  expect(page.textContent).toContain("Change it at chrome://settings/languages");
});
