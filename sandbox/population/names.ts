/** Words that ordinary people consist of: lower-case ASCII, and only domains reserved for examples. */

export const FIRST_NAMES = (
  "aiko amara anders anya arjun beatriz bruno carmen chidi clara daniel delia dmitri elena elif " +
  "emeka farah felix fiona gabriel greta hana hassan helena hugo imani ines isaac ivana jamal jonas " +
  "julia kaito kamala karim katya keiko lars leila lena liam lucia malik marta mateo mei mila mira " +
  "nadia niko noor olga omar paulo petra priya rafael rania rosa samir sara sofia stefan tariq tessa " +
  "thandi tomas uma vera viktor wanjiru xenia yara yusuf zara zoltan"
).split(" ");

export const LAST_NAMES = (
  "abara adeyemi almeida andersen bakker baptiste bianchi castillo chandra costa dahl demir dubois " +
  "eriksen fernandes fischer fontaine garcia goldberg gupta haddad hansen herrera hoffmann ibrahim " +
  "ivanova jansen kaplan kaur keller kimura kowalski kruger laurent lindqvist lopez malik marino " +
  "mensah mertens moreau nakamura ndiaye nguyen novak okafor oliveira osei park patel pereira petrov " +
  "rahman ramirez rossi sato schmidt silva singh sorensen suzuki takahashi tanaka torres varga vega " +
  "virtanen weber wojcik yamada yilmaz zhang zimmer"
).split(" ");

export const DOMAINS = [
  "example.com",
  "example.org",
  "example.net",
  "acme.example",
  "northwind.example",
  "bluebird.example",
  "harbor.example",
  "mail.test",
] as const;

export const ROLES = [
  "support-agent",
  "billing-viewer",
  "auditor",
  "developer",
  "admin",
  "knowledge-editor",
] as const;
