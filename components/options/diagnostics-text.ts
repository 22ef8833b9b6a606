import type { Diagnostics } from "../../lib/contract/diagnostics.ts";
import type { Environment } from "../../lib/environment.ts";

export interface DiagnosticsParts {
  version: string;
  apiOrigin: string;
  shortcut: string | undefined;
  environment: Environment;
  diagnostics: Diagnostics;
  /** ms since the epoch */
  now: number;
}

const CONTRACTS: Record<Diagnostics["kept"]["contract"], string> = {
  filters: "filtered",
  ignores: "not filtered, not yet known whether it shows everybody",
  "whole-directory": "not filtered, shows everybody",
  "first-100": "not filtered, shows the first 100 only",
  unknown: "not seen in this session",
};

/**
 * What someone can send to support: English in every language, for the people who read it. Each line is a state, a
 * code, a count or a version; its inputs don't contain anything that could identify a person, a zone or a site.
 */
export function diagnosticsText(parts: DiagnosticsParts): string {
  const { environment, diagnostics } = parts;
  const { key, kept, policy, failures } = diagnostics;
  const lines: [string, string][] = [
    ["Version", parts.version],
    // For a private deployment, not even the name.
    ["API", isKeycards(parts.apiOrigin) ? parts.apiOrigin : "set by the build"],
    ["API may be contacted", yesOrNo(environment.apiGranted)],
    ["Browser", environment.userAgent],
    ["Language", environment.language],
    ["Permissions", listed(environment.permissions)],
    ["Sites switched on", String(environment.sites)],
    ["Allowed in private windows", yesOrNo(environment.privateWindows)],
    ["Shortcut", parts.shortcut ?? "none"],
    ["Connection", diagnostics.connection],
    ["Key", key ? `${key.kind}, kept: ${key.way}` : "none in use"],
    ["Zone's list", CONTRACTS[kept.contract]],
    [
      "Answers kept",
      `${kept.found} found, ${kept.absent} absent, ${kept.inconclusive} inconclusive`,
    ],
    ["Sites with underlines", String(diagnostics.marks)],
    ["Subject patterns", String(diagnostics.subjects)],
    ["Set by the organization", `${listed(policy.keys)} (not used: ${policy.warnings})`],
    ["Errors in this browser session", failures.length === 0 ? "none" : ""],
  ];
  return [
    "Keycard Lookup diagnostics",
    ...lines.map(([name, value]) => `${name}: ${value}`.trim()),
    ...failures.map(
      ({ why, status, count, lastAt }) =>
        `- ${why}${status === undefined ? "" : ` (HTTP ${status})`}: ${count}, last ${minutes(parts.now - lastAt)} min ago`,
    ),
    "",
  ].join("\n");
}

const isKeycards = (origin: string) => new URL(origin).hostname.endsWith(".keycard.ai");
const yesOrNo = (is: boolean) => (is ? "yes" : "no");
const listed = (names: readonly string[]) => (names.length === 0 ? "nothing" : names.join(", "));
const minutes = (ms: number) => Math.max(0, Math.round(ms / 60_000));
