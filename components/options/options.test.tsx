// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Connection, ConnectReply, KeepReply } from "../../lib/connection/replies.ts";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Policy, PolicyReading, PolicyWarning } from "../../lib/settings/policy.ts";
import {
  fakeBackground,
  fakeNews,
  fakeSites,
  never,
  SITE,
  sampleAbout,
  sampleSettings,
} from "../testing/fake-background.ts";
import { zone } from "../testing/sample-users.ts";
import {
  area,
  button,
  choose,
  clear,
  click,
  eventually,
  field,
  hasButton,
  hasSelect,
  one,
  page,
  radio,
  select,
  settle,
  show,
  submit,
  toggle,
  type,
} from "../testing/test-page.ts";
import { Options } from "./options.tsx";

afterEach(clear);

const noKey: Partial<BackgroundApi> = { connection: async () => ({ state: "no-key" }) };

async function options(own: Partial<BackgroundApi> = noKey, sites = fakeSites()) {
  await show(
    <Options
      background={fakeBackground(own)}
      sites={sites}
      shortcut={async () => undefined}
      about={sampleAbout}
    />,
  );
}

/** A button of the confirmation before the key is removed. */
const confirmed = (name: string) => {
  const found = [...one(".confirm").querySelectorAll("button")].find(
    ({ textContent }) => textContent === name,
  );
  if (!found) throw new Error(`No “${name}” to answer with.`);
  return found;
};

/** The key's form; the form to keep it another way comes before it. */
const connect = () => submit(one("form:not(details form, .unlock)"));

function existingProblem(input: HTMLInputElement): { id: string } {
  expect(input.getAttribute("aria-invalid")).toBe("true");
  return { id: input.getAttribute("aria-describedby") ?? "" };
}

async function typeServiceAccount() {
  await click(radio("Service account"));
  await type(field("Client ID"), "id-1");
  await type(field("Client secret"), "not-a-secret");
}

it("connects with a service account, and clears the fields", async () => {
  const tried = vi.fn(
    async (): Promise<ConnectReply> => ({
      state: "connected",
      connection: { state: "no-zone", keyKind: "service-account", way: "device" },
      zones: { state: "listed", zones: [zone] },
    }),
  );
  const chooseZone = vi.fn(fakeBackground().chooseZone);
  await options({ ...noKey, connect: tried, chooseZone });
  await typeServiceAccount();
  await connect();
  expect(tried).toHaveBeenCalledExactlyOnceWith({
    credential: { kind: "service-account", clientId: "id-1", clientSecret: "not-a-secret" },
    keeping: { way: "device" },
  });
  expect(page.textContent).toContain(
    "Connected with a service account. The key is kept on this device.",
  );
  // Collapsed and empty.
  expect(one<HTMLDetailsElement>(".another-key").open).toBe(false);
  await click(radio("Service account"));
  expect(field("Client ID").value).toBe("");
  expect(field("Client secret").value).toBe("");
  // The only zone is chosen automatically.
  expect(chooseZone).toHaveBeenCalledExactlyOnceWith({ zoneId: zone.id });
});

it("connects with an API key", async () => {
  const tried = vi.fn(fakeBackground().connect);
  await options({ ...noKey, connect: tried });
  expect(radio("API key").checked).toBe(true);
  await type(field("API key"), " not-a-key ");
  await connect();
  expect(tried).toHaveBeenCalledExactlyOnceWith({
    credential: { kind: "api-key", key: "not-a-key" },
    keeping: { way: "device" },
  });
});

it("keeps the key with a passphrase, which must not be too short, and clears that field too", async () => {
  const tried = vi.fn(fakeBackground().connect);
  await options({ ...noKey, connect: tried });
  await typeServiceAccount();
  await click(radio("With a passphrase"));
  expect(field("Passphrase").type).toBe("password");
  await type(field("Passphrase"), "1234567");
  await connect();
  expect(tried).not.toHaveBeenCalled();
  const { id } = existingProblem(field("Passphrase"));
  expect(document.getElementById(id)?.textContent).toBe("Use at least 8 characters.");
  await type(field("Passphrase"), "12345678");
  await type(field("Enter it again"), "12345679");
  await connect();
  expect(tried).not.toHaveBeenCalled();
  expect(document.getElementById(existingProblem(field("Enter it again")).id)?.textContent).toMatch(
    /^This isn’t the same/,
  );
  await type(field("Enter it again"), "12345678");
  await connect();
  expect(tried).toHaveBeenCalledExactlyOnceWith({
    credential: expect.anything(),
    keeping: { way: "passphrase", passphrase: "12345678" },
  });
  expect(page.textContent).toContain("The key is protected with a passphrase.");
  for (const input of page.querySelectorAll<HTMLInputElement>("input[type=password]"))
    expect(input.value).toBe("");
});

const withPassphrase: Partial<BackgroundApi> = {
  connection: async () => ({ state: "ready", keyKind: "api-key", way: "passphrase", zone }),
};

it("locks a key with a passphrase, and unlocks it", async () => {
  let connection: Connection = {
    state: "ready",
    keyKind: "api-key",
    way: "passphrase",
    zone,
  };
  const unlock = vi.fn<BackgroundApi["unlock"]>(async ({ passphrase }) => {
    if (passphrase !== "right horse")
      return { state: "failed", failure: { why: "wrongPassphrase" } };
    connection = { state: "ready", keyKind: "api-key", way: "passphrase", zone };
    return { state: "unlocked", connection };
  });
  await options({
    connection: async () => connection,
    lock: async () => {
      connection = { state: "locked" };
    },
    unlock,
  });
  await click(button("Lock"));
  expect(hasButton("Lock")).toBe(false);
  await submit(one(".unlock"));
  expect(unlock).not.toHaveBeenCalled();
  expect(page.textContent).toContain("Enter your passphrase.");
  await type(field("Passphrase"), "wrong horse");
  await submit(one(".unlock"));
  expect(one("[role=alert]").textContent).toContain("Wrong passphrase");
  expect(field("Passphrase").value).toBe("wrong horse");
  await type(field("Passphrase"), "right horse");
  await submit(one(".unlock"));
  expect(hasButton("Lock")).toBe(true);
});

it("has no Lock button for a key without a passphrase", async () => {
  await options({});
  expect(hasButton("Lock")).toBe(false);
  expect(hasSelect("Lock after")).toBe(false);
});

it("sets how long the key can be unused before it is locked", async () => {
  const changeSettings = vi.fn(fakeBackground().changeSettings);
  await options({ ...withPassphrase, changeSettings });
  expect(select("Lock after").value).toBe("15");
  await choose(select("Lock after"), "60");
  expect(changeSettings).toHaveBeenCalledExactlyOnceWith({ lockAfterMin: 60 });
});

it("changes how the key is kept, and says if that fails", async () => {
  const keepOtherwise = vi.fn(
    async (): Promise<KeepReply> => ({ state: "failed", failure: { why: "noDeviceStore" } }),
  );
  await options({
    connection: async () => ({ state: "ready", keyKind: "api-key", way: "session", zone }),
    keepOtherwise,
  });
  await submit(one("details form"));
  expect(keepOtherwise).toHaveBeenCalledExactlyOnceWith({ keeping: { way: "session" } });
  expect(one("details [role=alert]").textContent).toContain("can’t keep the key on this device");
});

it("says why a stored key can't be read, and lets the user remove it", async () => {
  const forgetKey = vi.fn(async () => undefined);
  await options({
    connection: async () => ({ state: "unreadable", why: "deviceKeyLost" }),
    forgetKey,
  });
  expect(one("[role=alert]").textContent).toContain("no longer has its part of the stored key");
  await click(button("Remove key"));
  await click(confirmed("Remove key"));
  expect(forgetKey).toHaveBeenCalledOnce();
});

it("says next to each field what is missing", async () => {
  const tried = vi.fn();
  await options({ ...noKey, connect: tried });
  await connect();
  expect(tried).not.toHaveBeenCalled();
  const problem = (name: string) =>
    document.getElementById(existingProblem(field(name)).id)?.textContent;
  expect(problem("API key")).toBe("Enter the API key.");
  await click(radio("Service account"));
  await connect();
  expect(problem("Client ID")).toBe("Enter the client ID.");
  expect(problem("Client secret")).toBe("Enter the client secret.");
});

it("says why connecting failed, and keeps the typed text", async () => {
  await options({
    ...noKey,
    connect: async () => ({
      state: "failed",
      failure: { why: "keyRefused", status: 401, detail: "unknown client" },
    }),
  });
  await typeServiceAccount();
  await connect();
  expect(one("[role=alert]").textContent).toContain("Keycard refused this key");
  expect(one("[role=alert]").textContent).toContain("unknown client");
  expect(field("Client secret").value).toBe("not-a-secret");
});

it("shows that it is connecting, and sends only one request", async () => {
  const tried = vi.fn(never);
  await options({ ...noKey, connect: tried });
  await typeServiceAccount();
  await connect();
  await connect();
  expect(page.textContent).toContain("Checking the key…");
  expect(tried).toHaveBeenCalledOnce();
});

it("hides the secret until the user shows it", async () => {
  await options();
  expect(field("API key").type).toBe("password");
  await click(button("Show"));
  expect(field("API key").type).toBe("text");
  expect(field("API key").autocomplete).toBe("off");
});

it("removes the key after asking once", async () => {
  const forgetKey = vi.fn(async () => undefined);
  await options({ forgetKey });
  await click(button("Remove key"));
  expect(forgetKey).not.toHaveBeenCalled();
  await click(confirmed("Cancel"));
  await click(button("Remove key"));
  await click(confirmed("Remove key"));
  expect(forgetKey).toHaveBeenCalledOnce();
  expect(hasButton("Remove key")).toBe(false);
  expect(page.textContent).toContain("Connect first, then choose your zone here.");
});

it("doesn't complain about a passphrase that isn't typed yet, whatever was wrong before", async () => {
  await options();
  await connect();
  await click(radio("With a passphrase"));
  expect(field("Passphrase").getAttribute("aria-invalid")).toBe("false");
  expect(page.textContent).toContain("A forgotten passphrase can’t be recovered");
});

it("says where a key comes from and what it needs, and recommends the less powerful kind", async () => {
  await options();
  expect(one<HTMLAnchorElement>("a[target=_blank]").href).toBe("https://console.keycard.ai/");
  expect(page.textContent).toContain("It needs to read users and list zones.");
  const kinds = [...page.querySelectorAll(".kinds .kind")].map(({ textContent }) => textContent);
  expect(kinds.slice(0, 2)).toEqual([
    expect.stringMatching(/^API key.*Recommended/),
    expect.stringMatching(/^Service account.*can change your organization/),
  ]);
});

it("has no form for a key until the user agrees to the use of data", async () => {
  const changeSettings = vi.fn(fakeBackground().changeSettings);
  await options({
    ...noKey,
    settings: async () => ({ ...sampleSettings, firstRun: { done: true, skipped: ["zone"] } }),
    changeSettings,
  });
  expect(hasButton("Connect")).toBe(false);
  expect(page.textContent).toContain("Only when you look someone up");
  await click(button("Agree and continue"));
  expect(hasButton("Connect")).toBe(true);
  expect(document.activeElement?.textContent).toContain("Connect to Keycard");
  expect(changeSettings).toHaveBeenCalledExactlyOnceWith({
    firstRun: { agreed: true, done: true, skipped: ["zone"] },
  });
});

it("says if the key couldn't be removed", async () => {
  await options({ forgetKey: () => Promise.reject(new Error("port closed")) });
  await click(button("Remove key"));
  await click(confirmed("Remove key"));
  expect(one("[role=alert]").textContent).toContain("The key couldn’t be removed.");
  expect(page.querySelector(".confirm") !== null).toBe(true);
});

it("says if the background doesn't answer, and retries", async () => {
  const connection = vi.fn(fakeBackground().connection);
  connection.mockRejectedValueOnce(new Error("port closed"));
  await options({ connection });
  await click(button("Try again"));
  expect(page.textContent).toContain("Users are looked up in zone Production.");
});

it("takes a typed zone ID if zones can't be listed", async () => {
  const chooseZone = vi.fn(fakeBackground().chooseZone);
  await options({
    connection: async () => ({ state: "no-zone", keyKind: "api-key", way: "device" }),
    zones: async () => ({ state: "unlisted" }),
    chooseZone,
  });
  const zoneField = field("Zone");
  expect(zoneField.getAttribute("role")).toBe("combobox");
  await type(zoneField, " z9 ");
  await click(button("Use this zone"));
  expect(chooseZone).toHaveBeenCalledExactlyOnceWith({ zoneId: "z9" });
});

it("says why a zone can't be used", async () => {
  await options({
    zones: async () => ({ state: "listed", zones: [zone, { id: "z2" }] }),
    chooseZone: async () => ({ state: "failed", failure: { why: "forbidden", status: 403 } }),
  });
  const select = one<HTMLSelectElement>("select");
  select.value = "z2";
  await submit(select);
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await eventually(() =>
    expect(one("[role=alert]").textContent).toContain("This key can’t access that zone."),
  );
  expect(select.value).toBe(zone.id);
});

it("requests a site directly from the submit", async () => {
  const requestSite = vi.fn(async () => true);
  await options(noKey, fakeSites([], { requestSite }));
  await type(field("Site address"), "help.example.com");
  const form = field("Site address").closest("form");
  form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  expect(requestSite).toHaveBeenCalledExactlyOnceWith("https://help.example.com/*");
});

it("says if the typed text isn't a site", async () => {
  await options();
  await type(field("Site address"), "nonsense");
  await click(button("Turn on"));
  expect(page.textContent).toContain("“nonsense” isn’t a site.");
});

it("turns a site off", async () => {
  const removeSite = vi.fn(async () => true);
  await options(noKey, fakeSites(["https://a.example/*", "http://127.0.0.1/*"], { removeSite }));
  expect(page.textContent).toContain("always on");
  await click(button("Turn off https://a.example"));
  expect(removeSite).toHaveBeenCalledExactlyOnceWith("https://a.example/*");
});

describe("what the organization sets", () => {
  const set = (policy: Policy, warnings: PolicyWarning[] = []): Partial<BackgroundApi> => ({
    policy: async () => ({ policy, warnings }),
  });

  it("locks the way to keep the key, and connects with it", async () => {
    const tried = vi.fn(fakeBackground().connect);
    await options({ ...noKey, ...set({ keepKey: "session" }), connect: tried });
    expect(radio("Until the browser closes").checked).toBe(true);
    for (const way of ["Until the browser closes", "On this device", "With a passphrase"])
      expect(radio(way).disabled).toBe(true);
    expect(page.textContent).toContain("Set by your organization");
    await typeServiceAccount();
    await connect();
    expect(tried).toHaveBeenCalledExactlyOnceWith({
      credential: expect.anything(),
      keeping: { way: "session" },
    });
  });

  it("asks for a passphrase if the key still has to get one", async () => {
    const keepOtherwise = vi.fn(fakeBackground().keepOtherwise);
    await options({
      ...set({ keepKey: "passphrase" }),
      connection: async () => ({ state: "ready", keyKind: "api-key", way: "session", zone }),
      keepOtherwise,
    });
    expect(page.textContent).toContain("Until you set one here, the key is kept in memory");
    expect(one<HTMLDetailsElement>("details.folded").open).toBe(true);
    for (const input of page.querySelectorAll<HTMLInputElement>(
      "details:not(.another-key) input[type=password]",
    ))
      await type(input, "12345678");
    await submit(one("details form"));
    expect(keepOtherwise).toHaveBeenCalledExactlyOnceWith({
      keeping: { way: "passphrase", passphrase: "12345678" },
    });
  });

  it("locks zone, lock time and patterns, and shows their values", async () => {
    await options({
      ...withPassphrase,
      ...set({ zone: zone.id, lockAfterMin: 7, subjectPatterns: ["00u{alnum:17}"] }),
      settings: async () => ({
        ...sampleSettings,
        subjects: ["00u{alnum:17}"],
        lockAfterMin: 7,
      }),
    });
    expect(select("Zone")).toMatchObject({ disabled: true, value: zone.id });
    expect(select("Lock after")).toMatchObject({ disabled: true, value: "7" });
    expect(area("Patterns, one per line")).toMatchObject({
      disabled: true,
      value: "00u{alnum:17}",
    });
    expect(hasButton("Save")).toBe(false);
  });

  it("says when the key can’t access the zone that is set", async () => {
    await options({
      ...set({ zone: "z9" }),
      connection: async () => ({
        state: "ready",
        keyKind: "api-key",
        way: "device",
        zone: { id: "z9" },
      }),
    });
    expect(one("[role=alert]").textContent).toContain("can’t access the zone");
  });

  it("requests all missing sites in one prompt, and doesn't let the user turn off a site that is set", async () => {
    const requestSite = vi.fn(async () => true);
    const policy: Policy = {
      sitesOn: ["https://a.example/*", "https://b.example/*", "https://c.example/*", SITE],
      sitesOff: ["*://c.example/*", "*://*.zendesk.com/*"],
    };
    await options({ ...noKey, ...set(policy) }, fakeSites([SITE], { requestSite }));
    expect(hasButton(`Turn off ${SITE.replace("/*", "")}`)).toBe(false);
    expect(toggle("Hover cards on Zendesk")?.disabled).toBe(true);
    expect(toggle("Hover cards on Front")?.disabled).toBe(false);
    button("Turn on 2 sites").click();
    expect(requestSite).toHaveBeenCalledExactlyOnceWith(
      "https://a.example/*",
      "https://b.example/*",
    );
  });

  it("shows each mistake with its key, and follows policy changes at once", async () => {
    const { on, tell } = fakeNews();
    const policy = vi.fn(
      async (): Promise<PolicyReading> => ({
        policy: {},
        warnings: [
          { why: "invalid", key: "cacheMin", given: "99" },
          { why: "secret", key: "apiKey" },
          { why: "unknown-key", key: "zones" },
          { why: "too-many", key: "sitesOff" },
        ],
      }),
    );
    await options({ policy, on });
    const notice = [...page.querySelectorAll("[role=status]")].find(({ textContent }) =>
      textContent?.includes("4 mistakes"),
    );
    for (const said of [
      "cacheMin: “99” is ignored. Expected: whole minutes from 0 to 60.",
      "apiKey: a policy must never contain a secret",
      "zones: there’s no such setting.",
      "sitesOff: the list is too long",
    ])
      expect(notice?.textContent).toContain(said);
    policy.mockResolvedValue({ policy: { cacheMin: 0 }, warnings: [] });
    await act(() => tell("policy"));
    await settle();
    expect(page.textContent).not.toContain("mistake");
    expect(page.textContent).toContain("Not at all: Keycard is asked every time");
  });
});

it("follows changes in the browser's settings while it is open: list and tools", async () => {
  let on = ["https://github.com/*"];
  const listeners: (() => void)[] = [];
  const sites = fakeSites([], {
    listSites: async () => on.map((pattern) => ({ pattern, fixed: false })),
    onSitesChanged: (callback) => {
      listeners.push(callback);
      return () => undefined;
    },
  });
  await options(noKey, sites);
  const github = () => toggle("Hover cards on GitHub")?.getAttribute("aria-checked");
  expect([hasButton("Turn off https://github.com"), github()]).toEqual([true, "true"]);
  on = [];
  for (const tell of listeners) tell();
  await settle();
  expect([hasButton("Turn off https://github.com"), github()]).toEqual([false, "false"]);
});
