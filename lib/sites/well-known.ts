/**
 * The ticket tools that options offer to switch on with one click each, all hosts of a tool together: nobody should have
 * to know that theirs is the Australian one.
 *
 * Only what the makers host, and only the hosts on which people read tickets. A match pattern names hosts, not paths
 * (https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns), so what a maker serves on the same
 * host comes with it. Servers of one's own, and addresses of one's own, are typed as a site.
 */

export interface WellKnownTool {
  name: string;
  /** The match patterns that it needs, all of which are asked for in one prompt. */
  patterns: readonly string[];
}

/** In the order of their names. */
export const WELL_KNOWN_TOOLS: readonly WellKnownTool[] = [
  // A host for each account. The maker's own pages are on freshworks.com.
  { name: "Freshdesk", patterns: ["https://*.freshdesk.com/*"] },
  { name: "Front", patterns: ["https://app.frontapp.com/*"] },
  { name: "GitHub", patterns: ["https://github.com/*"] },
  { name: "GitLab", patterns: ["https://gitlab.com/*"] },
  { name: "Gmail", patterns: ["https://mail.google.com/*"] },
  // A host for each account; www.gorgias.com cannot be left out.
  { name: "Gorgias", patterns: ["https://*.gorgias.com/*"] },
  { name: "Help Scout", patterns: ["https://secure.helpscout.net/*"] },
  {
    name: "HubSpot",
    // A host for each place where data are kept; the first is North America's oldest. Not *.hubspot.com, where HubSpot
    // has its own pages too.
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
  // A host for each customer, which Jira Service Management and Confluence share.
  { name: "Jira", patterns: ["https://*.atlassian.net/*"] },
  // The tool and its maker's own pages share one host.
  { name: "Linear", patterns: ["https://linear.app/*"] },
  {
    name: "Outlook",
    patterns: [
      // Work and school, which move to the first of these:
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
    // Lightning, and Classic; a host for each customer and each of its sandboxes.
    patterns: ["https://*.lightning.force.com/*", "https://*.my.salesforce.com/*"],
  },
  // A host for each instance. The maker's own pages are on servicenow.com.
  { name: "ServiceNow", patterns: ["https://*.service-now.com/*"] },
  // Work-space hosts such as acme.slack.com only send on to this one.
  { name: "Slack", patterns: ["https://app.slack.com/*"] },
  // A host for each account; www.zendesk.com cannot be left out.
  { name: "Zendesk", patterns: ["https://*.zendesk.com/*"] },
  {
    name: "Zoho Desk",
    // A host for each place where data are kept: https://desk.zoho.com/DeskAPIDocument
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
