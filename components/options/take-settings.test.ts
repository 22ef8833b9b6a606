import { expect, it, vi } from "vitest";
import type { FileSettings } from "../../lib/settings/settings-file.ts";
import { type TakeParts, takeSettings } from "./take-settings.ts";

const held: FileSettings = { zone: { id: "z1" }, theme: "system", hoverMs: 250, sites: [] };
const given: FileSettings = { zone: { id: "z2" }, theme: "dark", sites: ["https://a.example/*"] };

/** A background and a browser in which everything succeeds unless overridden. */
function parts() {
  const choose = vi.fn<TakeParts["store"]["choose"]>(async (id) => ({
    state: "chosen",
    zone: { id },
  }));
  const save = vi.fn<TakeParts["settings"]["save"]>(async () => ({ state: "saved" }));
  const requestSite = vi.fn(async () => true);
  const removeSite = vi.fn(async () => true);
  return {
    given,
    held,
    store: { choose },
    settings: { save },
    sites: { requestSite, removeSite },
  };
}

it("requests sites first, directly from the click, then takes the zone and everything else at once", async () => {
  const all = parts();
  const taking = takeSettings(all);
  expect(all.sites.requestSite).toHaveBeenCalledExactlyOnceWith("https://a.example/*");
  const taken = await taking;
  expect(taken).toMatchObject({ state: "taken", refused: [] });
  expect(all.store.choose).toHaveBeenCalledExactlyOnceWith("z2");
  expect(all.settings.save).toHaveBeenCalledExactlyOnceWith({ theme: "dark" });
});

it("takes the rest if the browser denies a site, and says so", async () => {
  const all = parts();
  all.sites.requestSite.mockResolvedValue(false);
  expect(await takeSettings(all)).toMatchObject({
    state: "taken",
    refused: ["https://a.example/*"],
  });
});

it("changes nothing if the zone can't be read: access to sites is removed again", async () => {
  const all = parts();
  all.store.choose.mockResolvedValue({ state: "failed", failure: { why: "network" } });
  const { state, ...rest } = await takeSettings(all);
  expect(state).toBe("unchanged");
  expect(JSON.stringify(rest)).toContain("Nothing was changed. ");
  expect(all.settings.save).not.toHaveBeenCalled();
  expect(all.sites.removeSite).toHaveBeenCalledExactlyOnceWith("https://a.example/*");
});

it("changes nothing if the rest isn't saved: zone and sites are restored", async () => {
  const all = parts();
  all.settings.save.mockResolvedValue({ state: "lost" });
  expect(await takeSettings(all)).toMatchObject({ state: "unchanged" });
  expect(all.store.choose).toHaveBeenLastCalledWith("z1");
  expect(all.sites.removeSite).toHaveBeenCalledOnce();
});

it("is undone with the previous values, and only for what was changed", async () => {
  const all = parts();
  const taken = await takeSettings(all);
  if (taken.state !== "taken") throw new Error(taken.state);
  expect(await taken.undo()).toBe(true);
  expect(all.settings.save).toHaveBeenLastCalledWith({ theme: "system" });
  expect(all.store.choose).toHaveBeenLastCalledWith("z1");
  expect(all.sites.removeSite).toHaveBeenCalledExactlyOnceWith("https://a.example/*");
  all.settings.save.mockResolvedValue({ state: "lost" });
  expect(await taken.undo()).toBe(false);
});
