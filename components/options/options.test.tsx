// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { ConnectReply } from "../../lib/directory/replies.ts";
import type { BackgroundApi } from "../../lib/messages/background-api.ts";
import { fakeBackground, fakeSites, never } from "../fake-background.ts";
import { zone } from "../sample-users.ts";
import type { SiteActions } from "../site-actions.ts";
import {
  button,
  clear,
  click,
  field,
  hasButton,
  one,
  page,
  radio,
  show,
  submit,
  type,
} from "../test-page.ts";
import { Options } from "./options.tsx";

afterEach(clear);

const noKey: Partial<BackgroundApi> = { connection: async () => ({ state: "no-key" }) };

async function options(own: Partial<BackgroundApi> = noKey, sites: SiteActions = fakeSites()) {
  await show(
    <Options
      background={fakeBackground(own)}
      sites={sites}
      shortcut={async () => undefined}
      about={{ version: "1.2.3", apiOrigin: "https://api.keycard.ai" }}
    />,
  );
}

const connect = () => submit(one("form"));

async function typeServiceAccount() {
  await type(field("Client ID"), "id-1");
  await type(field("Client secret"), "not-a-secret");
}

it("connects with a service account, and empties the fields", async () => {
  const tried = vi.fn(
    async (): Promise<ConnectReply> => ({
      state: "connected",
      connection: { state: "no-zone", keyKind: "service-account" },
      zones: { state: "listed", zones: [zone] },
    }),
  );
  const chooseZone = vi.fn(fakeBackground().chooseZone);
  await options({ ...noKey, connect: tried, chooseZone });
  await typeServiceAccount();
  await connect();
  expect(tried).toHaveBeenCalledExactlyOnceWith({
    kind: "service-account",
    clientId: "id-1",
    clientSecret: "not-a-secret",
  });
  expect(page.textContent).toContain(
    "Connected with a service account. The key is kept until the browser closes.",
  );
  expect(field("Client ID").value).toBe("");
  expect(field("Client secret").value).toBe("");
  // The only zone is chosen by itself.
  expect(chooseZone).toHaveBeenCalledExactlyOnceWith(zone.id);
});

it("connects with an API key", async () => {
  const tried = vi.fn(fakeBackground().connect);
  await options({ ...noKey, connect: tried });
  await click(radio("API key"));
  await type(field("API key"), " not-a-key ");
  await connect();
  expect(tried).toHaveBeenCalledExactlyOnceWith({ kind: "api-key", key: "not-a-key" });
});

it("says what is missing beside each field", async () => {
  const tried = vi.fn();
  await options({ ...noKey, connect: tried });
  await connect();
  expect(tried).not.toHaveBeenCalled();
  for (const name of ["Client ID", "Client secret"]) {
    const input = field(name);
    expect(input.getAttribute("aria-invalid")).toBe("true");
    const problem = document.getElementById(input.getAttribute("aria-describedby") ?? "");
    expect(problem?.textContent).toMatch(/^Enter the client/);
  }
});

it("says why it failed, and keeps what was typed", async () => {
  await options({
    ...noKey,
    connect: async () => ({
      state: "failed",
      failure: { why: "key-refused", status: 401, detail: "unknown client" },
    }),
  });
  await typeServiceAccount();
  await connect();
  expect(one("[role=alert]").textContent).toContain("Keycard refused this key");
  expect(one("[role=alert]").textContent).toContain("unknown client");
  expect(field("Client secret").value).toBe("not-a-secret");
});

it("shows that it is trying, and tries once", async () => {
  const tried = vi.fn(never);
  await options({ ...noKey, connect: tried });
  await typeServiceAccount();
  await connect();
  await connect();
  expect(page.textContent).toContain("Trying the key…");
  expect(tried).toHaveBeenCalledOnce();
});

it("hides the secret until it is wanted", async () => {
  await options();
  expect(field("Client secret").type).toBe("password");
  await click(button("Show"));
  expect(field("Client secret").type).toBe("text");
  expect(field("Client secret").autocomplete).toBe("off");
});

it("forgets the key after asking once", async () => {
  const forgetKey = vi.fn(async () => undefined);
  await options({ forgetKey });
  await click(button("Forget key"));
  expect(forgetKey).not.toHaveBeenCalled();
  await click(button("Keep it"));
  await click(button("Forget key"));
  await click(button("Yes, forget it"));
  expect(forgetKey).toHaveBeenCalledOnce();
  expect(hasButton("Forget key")).toBe(false);
  expect(page.textContent).toContain("Connect first; then choose the zone here.");
});

it("says when the key could not be forgotten", async () => {
  await options({ forgetKey: () => Promise.reject(new Error("port closed")) });
  await click(button("Forget key"));
  await click(button("Yes, forget it"));
  expect(one("[role=alert]").textContent).toContain("The key could not be forgotten.");
  expect(hasButton("Yes, forget it")).toBe(true);
});

it("says when the background does not answer, and asks again", async () => {
  const connection = vi.fn(fakeBackground().connection);
  connection.mockRejectedValueOnce(new Error("port closed"));
  await options({ connection });
  await click(button("Try again"));
  expect(page.textContent).toContain("Users are looked up in zone Production.");
});

it("takes a typed zone where zones may not be listed", async () => {
  const chooseZone = vi.fn(fakeBackground().chooseZone);
  await options({
    connection: async () => ({ state: "no-zone", keyKind: "api-key" }),
    zones: async () => ({ state: "unlisted" }),
    chooseZone,
  });
  const zoneField = field("Zone");
  expect(zoneField.getAttribute("role")).toBe("combobox");
  await type(zoneField, " z9 ");
  await click(button("Use this zone"));
  expect(chooseZone).toHaveBeenCalledExactlyOnceWith("z9");
});

it("says why a zone cannot be used", async () => {
  await options({
    zones: async () => ({ state: "listed", zones: [zone, { id: "z2" }] }),
    chooseZone: async () => ({ state: "failed", failure: { why: "forbidden", status: 403 } }),
  });
  const select = one<HTMLSelectElement>("select");
  select.value = "z2";
  await submit(select);
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() =>
    expect(one("[role=alert]").textContent).toContain("This key may not read that zone."),
  );
  expect(select.value).toBe(zone.id);
});

it("asks the browser for a site straight from the submit", async () => {
  const requestSite = vi.fn(async () => true);
  await options(noKey, fakeSites([], { requestSite }));
  await type(field("Site address"), "help.example.com");
  const form = field("Site address").closest("form");
  form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  expect(requestSite).toHaveBeenCalledExactlyOnceWith("https://help.example.com/*");
});

it("says when what was typed is no site", async () => {
  await options();
  await type(field("Site address"), "nonsense");
  await click(button("Switch on"));
  expect(page.textContent).toContain("“nonsense” is not a site.");
});

it("switches a site off", async () => {
  const removeSite = vi.fn(async () => true);
  await options(noKey, fakeSites(["https://a.example/*", "http://127.0.0.1/*"], { removeSite }));
  expect(page.textContent).toContain("part of this build");
  await click(button("Switch off https://a.example"));
  expect(removeSite).toHaveBeenCalledExactlyOnceWith("https://a.example/*");
});
