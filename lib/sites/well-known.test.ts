import { describe, expect, test } from "vitest";
import { covers, isOn, originOf } from "./match.ts";
import { WELL_KNOWN_TOOLS } from "./well-known.ts";

const matched = (address: string, patterns: readonly string[]) =>
  isOn(new URL(address).origin, patterns);

function patternsOf(name: string): readonly string[] {
  const tool = WELL_KNOWN_TOOLS.find((one) => one.name === name);
  if (!tool) throw new Error(`No tool ${name}`);
  return tool.patterns;
}

const all = WELL_KNOWN_TOOLS.flatMap(({ patterns }) => patterns);

test.each(all)("%s is a pattern of https hosts that the matcher accepts", (pattern) => {
  expect(pattern).toMatch(/^https:\/\/(\*\.)?([a-z0-9-]+\.)+[a-z]+\/\*$/);
  const host = originOf(pattern).replace("*", "acme");
  expect(isOn(host, [pattern])).toBe(true);
  expect(isOn(host.replace("https:", "http:"), [pattern])).toBe(false);
  expect(isOn(`${host}.example`, [pattern])).toBe(false);
});

test("no pattern is listed twice, or included in another", () => {
  const within = all.flatMap((pattern, at) =>
    all.filter((wider, other) => other !== at && covers(wider, pattern)),
  );
  expect(within).toEqual([]);
});

test("the tools are sorted by name, each once", () => {
  const names = WELL_KNOWN_TOOLS.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort((a, b) => a.localeCompare(b, "en")));
});

/** A ticket in the tool, and a page of its vendor that isn't part of the tool. */
const pages: [tool: string, ticket: string, makersOwn: string][] = [
  [
    "Freshdesk",
    "https://acme.freshdesk.com/a/tickets/1042",
    "https://www.freshworks.com/freshdesk/",
  ],
  ["Front", "https://app.frontapp.com/open/cnv_8fyk3a", "https://front.com/product"],
  ["GitHub", "https://github.com/acme/shop/issues/1042", "https://about.github.com/"],
  ["GitLab", "https://gitlab.com/acme/shop/-/issues/1042", "https://about.gitlab.com/pricing/"],
  [
    "Gmail",
    "https://mail.google.com/mail/u/0/#inbox/FMfcgz",
    "https://workspace.google.com/gmail/",
  ],
  ["Gorgias", "https://acme.gorgias.com/app/ticket/178993761", "https://www.gorgias.io/"],
  [
    "Help Scout",
    "https://secure.helpscout.net/conversation/2345/678/",
    "https://www.helpscout.com/",
  ],
  [
    "HubSpot",
    "https://app.hubspot.com/contacts/123/record/0-5/456",
    "https://www.hubspot.com/products",
  ],
  [
    "Intercom",
    "https://app.intercom.com/a/inbox/ab12/inbox/conversation/3",
    "https://www.intercom.com/",
  ],
  [
    "Jira",
    "https://acme.atlassian.net/browse/HELP-1042",
    "https://www.atlassian.com/software/jira",
  ],
  ["Linear", "https://linear.app/acme/issue/ENG-1042/login-fails", "https://linearstatus.com/"],
  [
    "Outlook",
    "https://outlook.office.com/mail/inbox/id/AAQkAD",
    "https://www.microsoft.com/outlook",
  ],
  [
    "Salesforce",
    "https://acme.lightning.force.com/lightning/r/Case/500Qk0/view",
    "https://www.salesforce.com/",
  ],
  ["ServiceNow", "https://acme.service-now.com/now/nav/ui/classic", "https://www.servicenow.com/"],
  ["Slack", "https://app.slack.com/client/T0123/C0456", "https://slack.com/pricing"],
  ["Zendesk", "https://acme.zendesk.com/agent/tickets/1042", "https://www.zendesk.co.uk/"],
  [
    "Zoho Desk",
    "https://desk.zoho.com/agent/acme/support/tickets/details/123",
    "https://www.zoho.com/desk/",
  ],
];

describe("each tool", () => {
  test("is in this list of pages", () => {
    expect(pages.map(([tool]) => tool)).toEqual(WELL_KNOWN_TOOLS.map(({ name }) => name));
  });

  test.each(pages)("%s is on at %s, and not at %s", (tool, ticket, makersOwn) => {
    expect(matched(ticket, patternsOf(tool))).toBe(true);
    expect(matched(makersOwn, all)).toBe(false);
  });
});

test.each([
  ["HubSpot", "https://app-eu1.hubspot.com/help-desk/123/view/all"],
  ["Intercom", "https://app.au.intercom.com/a/inbox/ab12/inbox/conversation/3"],
  ["Outlook", "https://outlook.cloud.microsoft/mail/inbox"],
  ["Outlook", "https://outlook.office365.com/mail/"],
  ["Outlook", "https://outlook.live.com/mail/0/inbox"],
  ["Salesforce", "https://acme--uat.sandbox.lightning.force.com/lightning/r/Case/500DY0/view"],
  ["Salesforce", "https://acme.my.salesforce.com/500Qk00000CaMG1"],
  ["Zoho Desk", "https://desk.zohocloud.ca/agent/acme/support/tickets/details/123"],
  ["Zoho Desk", "https://desk.zoho.eu/agent/acme/support/tickets/details/123"],
])("%s is on at %s too", (tool, address) => {
  expect(matched(address, patternsOf(tool))).toBe(true);
});

// The vendor's own pages are on the tool's host, or on one among the accounts': no pattern can separate them.
test("the vendors' own pages are included if nothing narrower is possible", () => {
  const shared = [
    "https://github.com/features",
    "https://linear.app/pricing",
    "https://www.gorgias.com/",
    "https://www.zendesk.com/",
  ];
  for (const address of shared) expect(matched(address, all)).toBe(true);
});
