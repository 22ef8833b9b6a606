import { CREDENTIAL_MAX_CHARS } from "../limits.ts";
import { HEADER_SAFE } from "./header-safe.ts";

/** The stored API key, one of two kinds. Keycard API notes, section 2. */
export type Credential =
  /** Sent as the bearer token as it is. */
  | { kind: "api-key"; key: string }
  /** Exchanged for a bearer token. */
  | { kind: "service-account"; clientId: string; clientSecret: string };

/** What is wrong with one field. It never repeats the input. */
export type CredentialProblem = {
  field: "key" | "clientId" | "clientSecret";
  problem: "empty" | "too-long" | "space-inside" | "not-ascii" | "colon";
};

export type ParsedCredential =
  | { ok: true; value: Credential }
  | { ok: false; problems: [CredentialProblem, ...CredentialProblem[]] };

type Field = CredentialProblem["field"];

function check(field: Field, text: string): CredentialProblem | undefined {
  const problem = problemOf(field, text);
  return problem && { field, problem };
}

function problemOf(field: Field, text: string): CredentialProblem["problem"] | undefined {
  if (text === "") return "empty";
  if (text.length > CREDENTIAL_MAX_CHARS) return "too-long";
  if (/\s/.test(text)) return "space-inside";
  if (!HEADER_SAFE.test(text)) return "not-ascii";
  // RFC 7617, 2: the first colon ends the user name.
  return field === "clientId" && text.includes(":") ? "colon" : undefined;
}

/** Removes what is commonly pasted along: whitespace, and the header's `Bearer`. */
function bare(typed: Credential): Credential {
  if (typed.kind === "api-key") {
    return { kind: "api-key", key: typed.key.trim().replace(/^bearer(?:\s+|$)/i, "") };
  }
  const { kind, clientId, clientSecret } = typed;
  return { kind, clientId: clientId.trim(), clientSecret: clientSecret.trim() };
}

/**
 * Validates a credential as it was entered, before anything is sent. Returns the credential to store, or the problem of
 * each field.
 */
export function parseCredential(typed: Credential): ParsedCredential {
  const value = bare(typed);
  const checks =
    value.kind === "api-key"
      ? [check("key", value.key)]
      : [check("clientId", value.clientId), check("clientSecret", value.clientSecret)];
  const [first, ...others] = checks.filter((found) => found !== undefined);
  return first === undefined ? { ok: true, value } : { ok: false, problems: [first, ...others] };
}
