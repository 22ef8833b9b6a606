import { describe, expect, it } from "vitest";
import { isConsoleTemplate } from "../../lib/console-template.ts";
import { ada, staging, zone } from "../testing/sample-users.ts";
import { consoleLink } from "../user/console-url.ts";
import { consoleOffer } from "./console-offer.ts";

describe("for an empty field", () => {
  it.each([
    ["by the zone's slug", zone, "zones/{zone_slug}/users/{user_id}"],
    ["by its ID if it has no slug", staging, "zones/{zone_id}/users/{user_id}"],
    ["by the slug if the zone is unknown", undefined, "zones/{zone_slug}/users/{user_id}"],
  ])("offers a likely template, %s", (_, of, path) => {
    expect(consoleOffer("", of)).toEqual({
      template: `https://console.keycard.ai/orgs/{organization_id}/${path}`,
      from: "likely",
    });
  });

  it.each([zone, staging])("it leads to a user", (of) => {
    const template = consoleOffer("", of)?.template ?? "";
    expect(isConsoleTemplate(template)).toBe(true);
    const user = { ...ada, zone_id: of.id };
    expect(consoleLink(template, user, of)).toMatchObject({ leadsTo: "user" });
  });
});

describe("for an address", () => {
  const at = "https://console.example.com";
  const other = "zz9def8hij2klm9opq5rst7uvw";
  it.each([
    [`${at}/prod/users/${ada.id}`, `${at}/{zone_slug}/users/{user_id}`],
    [
      `${at}/orgs/acme/zones/${zone.id}/users/${ada.id}/roles`,
      `${at}/orgs/acme/zones/{zone_id}/users/{user_id}/roles`,
    ],
    [`${at}/?zone=prod&user=${ada.id}#top`, `${at}/?zone={zone_slug}&user={user_id}#top`],
    // An organization's ID looks like a user's, and comes before it.
    [`${at}/orgs/${other}/users/${ada.id}`, `${at}/orgs/${other}/users/{user_id}`],
    [`${at}/production/prod-eu/${ada.id}`, `${at}/production/prod-eu/{user_id}`],
  ])("%s", (address, template) => {
    expect(consoleOffer(address, zone)).toEqual({ template, from: "pasted" });
  });

  it("leads back to the page from which it was made", () => {
    const address = `${at}/prod/users/${ada.id}?z=${zone.id}`;
    const { template = "" } = consoleOffer(address, zone) ?? {};
    expect(consoleLink(template, ada, zone)).toEqual({ href: address, leadsTo: "user" });
  });

  it.each([
    ["without a user", `${at}/prod/users`],
    ["with only the zone", `${at}/zones/${zone.id}`],
    ["a template already", `${at}/{zone_id}/users/${ada.id}`],
    ["no https", `http://console.example.com/${ada.id}`],
    ["no address", ada.id],
  ])("%s: offers nothing", (_, text) => {
    expect(consoleOffer(text, zone)).toBeUndefined();
  });
});
