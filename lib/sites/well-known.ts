/**
 * The ticket tools that the options offer to turn on with one click each, with all hosts of a tool together: no one
 * should have to know that theirs is the Australian one.
 *
 * Only what the vendors host, and only the hosts on which people read tickets. A match pattern names hosts, not paths
 * (https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns), so anything else that a vendor serves
 * on the same host is included. Self-hosted servers and custom domains are entered as a site.
 */

export interface WellKnownTool {
  name: string;
  /** The match patterns that it needs, all of which are requested in one prompt. */
  patterns: readonly string[];
}

/** Sorted by name. */
export const WELL_KNOWN_TOOLS: readonly WellKnownTool[] = [
  // One host per account. The vendor's own pages are on freshworks.com.
  { name: "Freshdesk", patterns: ["https://*.freshdesk.com/*"] },
  { name: "Front", patterns: ["https://app.frontapp.com/*"] },
  { name: "GitHub", patterns: ["https://github.com/*"] },
  { name: "GitLab", patterns: ["https://gitlab.com/*"] },
  { name: "Gmail", patterns: ["https://mail.google.com/*"] },
  // One host per account; www.gorgias.com can't be left out.
  { name: "Gorgias", patterns: ["https://*.gorgias.com/*"] },
  { name: "Help Scout", patterns: ["https://secure.helpscout.net/*"] },
  {
    name: "HubSpot",
    // One host per data region; the first is North America's oldest. Not *.hubspot.com, where HubSpot's own pages are
    // too.
    patterns: [
      "https://app.hubspot.com/*",
      "https://app-na2.hubspot.com/*",
      "https://app-na3.hubspot.com/*",
      "https://app-eu1.hubspot.com/*",
      "https://app-ap1.hubspot.com/*",
    ],
  },
  {
    name: "Intercom",
    patterns: [
      "https://app.intercom.com/*",
      "https://app.eu.intercom.com/*",
      "https://app.au.intercom.com/*",
    ],
  },
  // One host per customer, which Jira Service Management and Confluence share.
  { name: "Jira", patterns: ["https://*.atlassian.net/*"] },
  // The tool and its vendor's own pages share one host.
  { name: "Linear", patterns: ["https://linear.app/*"] },
  {
    name: "Outlook",
    patterns: [
      // Work and school, which are moving to the first of these:
      // https://learn.microsoft.com/microsoft-365/enterprise/cloud-microsoft-domain
      "https://outlook.cloud.microsoft/*",
      "https://outlook.office.com/*",
      "https://outlook.office365.com/*",
      // Personal.
      "https://outlook.live.com/*",
    ],
  },
  {
    name: "Salesforce",
    // Lightning, and Classic; one host per customer and sandbox.
    patterns: ["https://*.lightning.force.com/*", "https://*.my.salesforce.com/*"],
  },
  // One host per instance. The vendor's own pages are on servicenow.com.
  { name: "ServiceNow", patterns: ["https://*.service-now.com/*"] },
  // Workspace hosts such as acme.slack.com only redirect to this one.
  { name: "Slack", patterns: ["https://app.slack.com/*"] },
  // One host per account; www.zendesk.com can't be left out.
  { name: "Zendesk", patterns: ["https://*.zendesk.com/*"] },
  {
    name: "Zoho Desk",
    // One host per data region: https://desk.zoho.com/DeskAPIDocument
    patterns: [
      "https://desk.zoho.com/*",
      "https://desk.zoho.eu/*",
      "https://desk.zoho.in/*",
      "https://desk.zoho.com.au/*",
      "https://desk.zoho.jp/*",
      "https://desk.zohocloud.ca/*",
      "https://desk.zoho.sa/*",
      "https://desk.zoho.uk/*",
      "https://desk.zoho.sg/*",
      "https://desk.zoho.ae/*",
      "https://desk.zoho.com.cn/*",
    ],
  },
];
