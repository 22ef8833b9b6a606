// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { PersonalSettings } from "../../lib/contract/replies.ts";
import {
  fakeBackground,
  fakeSites,
  SITE,
  sampleAbout,
  sampleSettings,
} from "../testing/fake-background.ts";
import {
  area,
  button,
  clear,
  click,
  field,
  hasButton,
  one,
  page,
  press,
  settle,
  show,
  submit,
  toggle,
  type,
} from "../testing/test-page.ts";
import { Options } from "./options.tsx";

afterEach(clear);

/** Options over settings that are stored as they are saved. */
async function options(first: Partial<PersonalSettings> = {}, own: Partial<BackgroundApi> = {}) {
  let stored: PersonalSettings = { ...sampleSettings, ...first };
  const changeSettings = vi.fn(async (change: Partial<PersonalSettings>) => {
    stored = { ...stored, ...change };
    return { ok: true } as const;
  });
  const background = fakeBackground({ settings: async () => stored, changeSettings, ...own });
  await show(
    <Options
      background={background}
      sites={fakeSites([SITE, "https://*.desk.example/*"])}
      shortcut={async () => undefined}
      about={sampleAbout}
    />,
  );
  return { changeSettings };
}

const formOf = (element: Element) => element.closest("form") as HTMLFormElement;

describe("the delay", () => {
  const delay = () => field("Delay in milliseconds");

  it("is saved when typing is finished, and only if it is a whole number within bounds", async () => {
    const { changeSettings } = await options();
    expect(delay().value).toBe("250");
    for (const wrong of ["", "99", "2001", "250.5", "soon", "1e9"]) {
      await type(delay(), wrong);
      await submit(formOf(delay()));
      expect(delay().getAttribute("aria-invalid"), wrong).toBe("true");
    }
    expect(page.textContent).toContain("Enter a whole number from 100 to 2,000.");
    expect(changeSettings).not.toHaveBeenCalled();
    await type(delay(), "400");
    await submit(formOf(delay()));
    expect(changeSettings).toHaveBeenCalledExactlyOnceWith({ hoverMs: 400 });
    expect(delay().value).toBe("400");
  });

  it("is hidden if a key has to be held: the card doesn't wait then", async () => {
    await options({ modifier: "Alt" });
    expect(page.textContent).not.toContain("Delay in milliseconds");
  });
});

describe("marks", () => {
  const marks = (host: string) => toggle(`Underline addresses and IDs on ${host}`);

  it("have a switch for each site that is on, and for single sites of a wider pattern", async () => {
    const single = "https://acme.desk.example/*";
    const { changeSettings } = await options({ marks: [single] });
    expect(marks("tickets.example.com")?.getAttribute("aria-checked")).toBe("false");
    expect(marks("acme.desk.example")?.getAttribute("aria-checked")).toBe("true");
    await click(marks("tickets.example.com") as HTMLButtonElement);
    expect(changeSettings).toHaveBeenLastCalledWith({ marks: [single, SITE] });
    await click(marks("acme.desk.example") as HTMLButtonElement);
    expect(changeSettings).toHaveBeenLastCalledWith({ marks: [SITE] });
  });

  it("have no switch for a single site if the wider pattern has marks", async () => {
    await options({ marks: ["https://acme.desk.example/*", "https://*.desk.example/*"] });
    expect(marks("*.desk.example")?.getAttribute("aria-checked")).toBe("true");
    expect(marks("acme.desk.example")).toBeUndefined();
  });

  it("have no switch for a site where the organization has turned them all off", async () => {
    await options(
      {},
      {
        policy: async () => ({ policy: { sitesOff: ["*://tickets.example.com/*"] }, warnings: [] }),
      },
    );
    expect(marks("tickets.example.com")).toBeUndefined();
    expect(marks("*.desk.example")).toBeDefined();
  });
});

describe("the console link", () => {
  const link = () => field("Address of a user in your console");
  const preview = () => one(".preview").textContent;

  it("shows a preview while the user types, and is saved", async () => {
    const { changeSettings } = await options();
    expect(page.querySelector(".preview")).toBeNull();
    await type(link(), "https://console.example.com/{zone_id}/{user_id}");
    expect(preview()).toMatch(/^https:\/\/console\.example\.com\/\w+\/a1b2c3d4e5f6g7h8i9j0k1l2m3$/);
    await submit(formOf(link()));
    expect(changeSettings).toHaveBeenCalledExactlyOnceWith({
      consoleUrl: "https://console.example.com/{zone_id}/{user_id}",
    });
    await click(button("Remove link"));
    expect(changeSettings).toHaveBeenLastCalledWith({ consoleUrl: null });
    expect(link().value).toBe("");
  });

  it("is offered filled in for the zone, and saved only by the user", async () => {
    const { changeSettings } = await options();
    await click(button("Use this link"));
    expect(link().value).toBe(
      "https://console.keycard.ai/orgs/{organization_id}/zones/{zone_slug}/users/{user_id}",
    );
    expect(preview()).toContain("/zones/prod/users/a1b2c3d4e5f6g7h8i9j0k1l2m3");
    expect(hasButton("Use this link")).toBe(false);
    expect(changeSettings).not.toHaveBeenCalled();
  });

  it("is made from the address of a user's page", async () => {
    await options();
    await type(link(), "https://console.example.com/prod/users/ab3def8hij2klm9opq5rst7uvw/roles");
    expect(one(".offered").textContent).toBe(
      "https://console.example.com/{zone_slug}/users/{user_id}/roles",
    );
    await click(button("Use this link"));
    await submit(formOf(link()));
    expect(link().value).toBe("https://console.example.com/{zone_slug}/users/{user_id}/roles");
  });

  it("scrolls into view if the user is led here", async () => {
    location.hash = "#console";
    await options();
    expect(document.activeElement?.textContent?.trim()).toBe("Console link");
    location.hash = "";
  });

  it.each([
    ["http://console.example.com", "must start with https://"],
    ["console.example.com", "must start with https://"],
    ["https://console.example.com/{email}", "{email} isn’t known. You can use {organization_id}"],
    ["https://console.example.com/{user_id", "{user_id isn’t known"],
    ["https://{zone_slug}.example.com", "isn’t a web address"],
    ["https://a:b@console.example.com", "isn’t a web address"],
    [`https://console.example.com/${"a".repeat(2_000)}`, "at most 2,000 characters"],
  ])("%.40s is rejected, with the reason", async (typed, reason) => {
    const { changeSettings } = await options();
    await type(link(), typed);
    expect(
      document.getElementById(link().getAttribute("aria-describedby") ?? "")?.textContent,
    ).toContain(reason);
    await submit(formOf(link()));
    expect(changeSettings).not.toHaveBeenCalled();
  });

  it("can't be changed if the organization has set it, and is shown", async () => {
    const consoleUrl = "https://console.example.com/{user_id}";
    await options(
      { consoleUrl },
      { policy: async () => ({ policy: { consoleUrl }, warnings: [] }) },
    );
    expect(page.textContent).toContain(consoleUrl);
    expect(() => link()).toThrow();
  });
});

describe("trying patterns", () => {
  it("marks what is recognized and by which pattern, including patterns that aren't saved yet", async () => {
    await options();
    await type(area("Patterns, one per line"), "auth0|{hex:4}\n{oops");
    await type(area("Try some text"), "ask ada@example.com or auth0|beef, not auth0|no");
    expect([...page.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual([
      "ada@example.com",
      "auth0|beef",
    ]);
    expect(one(".tried").textContent).toBe("ask ada@example.com or auth0|beef, not auth0|no");
    expect(page.textContent).toContain("2 addresses and IDs are recognized.");
    expect(page.textContent).toContain("matches the pattern auth0|{hex:4}");
    await type(area("Try some text"), "nobody");
    expect(page.querySelector("mark")).toBeNull();
    expect(page.textContent).toContain("Nothing is recognized.");
  });
});

describe("Try it", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  /** Lets a number of ms pass, and then settles everything that follows. */
  const pass = async (ms: number) => {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(ms);
    });
  };
  const card = () => page.querySelector<HTMLElement>(".try-card");
  const word = () => button("ada@example.com");
  const point = (name: string, init: PointerEventInit = {}) =>
    act(
      () =>
        void word().dispatchEvent(
          new PointerEvent(name, { pointerType: "mouse", bubbles: true, ...init }),
        ),
    );

  async function typed(first: Partial<PersonalSettings> = {}) {
    vi.useRealTimers();
    const lookUp = vi.fn<BackgroundApi["lookUp"]>(fakeBackground().lookUp);
    await options(first, { lookUp });
    await type(field("Someone in your zone: e-mail address or ID"), "Ada <ada@example.com>");
    // The card is loaded when it is first needed, and available at once from then on.
    await click(word());
    await vi.dynamicImportSettled();
    await settle();
    await click(word());
    lookUp.mockClear();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    return lookUp;
  }

  it("looks no one up until the pointer has rested on the address for the configured delay", async () => {
    const lookUp = await typed({ hoverMs: 600 });
    await pass(2_000);
    expect(lookUp).not.toHaveBeenCalled();
    await point("pointermove");
    await pass(599);
    expect(card()).toBeNull();
    await pass(1);
    expect(lookUp).toHaveBeenCalledExactlyOnceWith({
      query: { kind: "email", value: "ada@example.com" },
      fresh: false,
    });
    await pass(1);
    expect(card()?.querySelector("article")).not.toBeNull();
    await point("pointerleave");
    await pass(300);
    expect(card()).toBeNull();
  });

  it("opens by hover only with the configured key held, and never by touch", async () => {
    await typed({ modifier: "Alt" });
    await point("pointermove");
    await point("pointermove", { pointerType: "touch", altKey: true });
    await pass(2_000);
    expect(card()).toBeNull();
    await point("pointermove", { altKey: true });
    expect(card()).not.toBeNull();
  });

  it("opens by a press too, with the focus in it, and stays until it is closed", async () => {
    await typed();
    await act(() => word().click());
    await pass(1);
    expect(document.activeElement).toBe(card());
    await point("pointerleave");
    await pass(2_000);
    expect(card()).not.toBeNull();
    vi.useRealTimers();
    await press("Escape");
    expect(card()).toBeNull();
    expect(document.activeElement).toBe(word());
  });

  it("says if a text contains no mention", async () => {
    vi.useRealTimers();
    await options();
    await type(field("Someone in your zone: e-mail address or ID"), "Ada");
    await settle();
    expect(page.textContent).toContain("No address or ID is recognized.");
  });
});
