import { expect, test } from "vitest";
import { type Registration, type Scripting, syncRegistration } from "./registration.ts";

/** The registered scripts, as the browser stores them. */
function scripting() {
  const registered = new Map<string, Registration>();
  const put = async (scripts: Registration[]) => {
    for (const script of scripts) registered.set(script.id, script);
  };
  const api: Scripting = {
    getRegisteredContentScripts: async ({ ids }) => ids.flatMap((id) => registered.get(id) ?? []),
    registerContentScripts: put,
    updateContentScripts: put,
    async unregisterContentScripts({ ids }) {
      for (const id of ids) registered.delete(id);
    },
  };
  return { api, registered };
}

const site = (pattern: string) => ({ pattern, fixed: false });

test("a site that the organization has turned off is excluded from every script, and included again without the policy", async () => {
  const { api, registered } = scripting();
  const sites = [site("https://*.example.com/*")];
  const off = ["*://bank.example.com/*"];
  await syncRegistration(api, sites, ["https://*.example.com/*"], off);
  expect([...registered.keys()]).toEqual(["page", "marks"]);
  for (const script of registered.values()) expect(script.excludeMatches).toEqual(off);
  await syncRegistration(api, sites, [], []);
  expect([...registered.keys()]).toEqual(["page"]);
  expect(registered.get("page")?.excludeMatches).toEqual([]);
});
