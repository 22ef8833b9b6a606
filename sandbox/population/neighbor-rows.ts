/** The names of the providers, applications, resources and user agents of every zone. */
import { MARKUP } from "./markup.ts";

interface Row {
  readonly name: string;
  readonly slug: string;
  readonly identifier: string;
}

/** The first four are identity providers; 4 is only for hostile people. */
export const PROVIDERS: readonly (Row & {
  readonly type?: string;
  readonly description?: string;
  readonly protocols?: { readonly openid: { readonly user_identifier_claim: string } };
})[] = [
  { ...row("Acme Identity", "acme-identity"), identifier: "https://id.acme.example/" },
  { ...row("Northwind SSO", "northwind-sso"), identifier: "https://sso.northwind.example/oauth2" },
  { ...row("Example Social", "example-social"), identifier: "https://accounts.social.example" },
  {
    ...row("Partner Directory", "partners"),
    identifier: "https://login.partners.example/realms/main",
    description: "Employees of partner companies, by their employee number",
    protocols: { openid: { user_identifier_claim: "employee_number" } },
  },
  {
    ...row(MARKUP.image, "markup"),
    identifier: `https://markup.example/${MARKUP.script}`,
    type: MARKUP.entity,
  },
  { ...row("Slack", "slack"), identifier: "https://slack.example" },
  { ...row("GitHub", "github"), identifier: "https://github.example" },
];

/** 3 is only for hostile people. */
export const APPLICATIONS: readonly Row[] = [
  { ...row("Support Copilot", "support-copilot"), identifier: "https://copilot.acme.example" },
  { ...row("Reply Drafter", "reply-drafter"), identifier: "https://drafter.acme.example" },
  { ...row("Nightly Export", "nightly-export"), identifier: "urn:example:nightly-export" },
  { ...row(MARKUP.script, "markup"), identifier: MARKUP.entity },
  { ...row("Slack", "slack"), identifier: "https://app.slack.example" },
  { ...row("GitHub", "github"), identifier: "https://app.github.example" },
];

/** 3 is only for hostile people. `provider` is the index of the provider that issues credentials for it. */
export const RESOURCES: readonly (Row & {
  readonly scopes: readonly string[];
  readonly provider: number;
})[] = [
  {
    ...row("Payments API", "payments-api"),
    identifier: "https://payments.acme.example/api",
    scopes: ["refunds:read", "refunds:approve"],
    provider: 0,
  },
  {
    ...row("Ticket Archive", "ticket-archive"),
    identifier: "https://archive.acme.example/mcp",
    scopes: ["tickets:read", "tickets:reply"],
    provider: 0,
  },
  {
    ...row("Customer Records", "customer-records"),
    identifier: "https://records.acme.example/mcp",
    scopes: ["customers:read"],
    provider: 1,
  },
  {
    ...row(MARKUP.image, "markup"),
    identifier: MARKUP.script,
    scopes: [MARKUP.script],
    provider: 4,
  },
  {
    ...row("Slack", "slack"),
    identifier: "https://slack.example/api",
    scopes: ["channels:read", "chat:write"],
    provider: 5,
  },
  {
    ...row("GitHub", "github"),
    identifier: "https://api.github.example",
    scopes: ["repo:read", "issues:write"],
    provider: 6,
  },
];

/** 6 is only for hostile people. The real ones' identifiers are a digest of their origin. */
export const USER_AGENTS: readonly Omit<Row, "identifier">[] = [
  row("Firefox on Linux", "firefox-on-linux"),
  row("Chrome on Windows", "chrome-on-windows"),
  row("Safari on iPhone", "safari-on-iphone"),
  row("Visual Studio Code", "visual-studio-code"),
  row("Acme CLI", "acme-cli"),
  row("Edge on Windows", "edge-on-windows"),
  row(MARKUP.image, "markup"),
];

function row(name: string, slug: string): Omit<Row, "identifier"> {
  return { name, slug };
}
