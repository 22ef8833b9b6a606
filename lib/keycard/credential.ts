import { CREDENTIAL_MAX_CHARS } from "../limits.ts";
import { HEADER_SAFE } from "./header-safe.ts";

/** The stored API key, one of two kinds. Keycard API notes, section 2. */
export type Credential =
  /** Sent as the bearer as it is. */
  | { kind: "api-key"; key: string }
  /** Exchanged for a bearer. */
  | { kind: "service-account"; clientId: string; clientSecret: string };

/** What is wrong with one field, and a sentence that says what to do; it never repeats what was typed. */
export type CredentialProblem = {
  field: "key" | "clientId" | "clientSecret";
  problem: "empty" | "too-long" | "space-inside" | "not-ascii" | "colon";
  message: string;
};

export type ParsedCredential =
  | { ok: true; value: Credential }
  | { ok: false; problems: [CredentialProblem, ...CredentialProblem[]] };

type Field = CredentialProblem["field"];

const NAMES: Record<Field, string> = {
  key: "API key",
  clientId: "client ID",
  clientSecret: "client secret",
};

function problemOf(field: Field, text: string): CredentialProblem | undefined {
  const name = NAMES[field];
  const found = (problem: CredentialProblem["problem"], message: string) => ({
    field,
    problem,
    message,
  });
  if (text === "") return found("empty", `Enter the ${name}.`);
  if (text.length > CREDENTIAL_MAX_CHARS) {
    return found(
      "too-long",
      `This is longer than any ${name} (${CREDENTIAL_MAX_CHARS} characters). Copy the ${name} alone.`,
    );
  }
  if (/\s/.test(text)) {
    return found(
      "space-inside",
      `The ${name} has a space or line break inside. Copy it again, in one piece.`,
    );
  }
  if (!HEADER_SAFE.test(text)) {
    return found(
      "not-ascii",
      `The ${name} holds a character that no ${name} has, perhaps an invisible one. Copy it again from where it was issued.`,
    );
  }
  // RFC 7617, 2: the first colon ends the user name.
  if (field === "clientId" && text.includes(":")) {
    return found(
      "colon",
      "A client ID holds no colon. Paste the client ID and the client secret into their own fields.",
    );
  }
  return undefined;
}

/** What a person pasted, without what commonly comes along: spaces around it, the header's `Bearer`. */
function bare(typed: Credential): Credential {
  if (typed.kind === "api-key") {
    return { kind: "api-key", key: typed.key.trim().replace(/^bearer(?:\s+|$)/i, "") };
  }
  const { kind, clientId, clientSecret } = typed;
  return { kind, clientId: clientId.trim(), clientSecret: clientSecret.trim() };
}

/** Checks a credential as it was typed, before anything is sent: the credential to keep, or what is wrong with each field. */
export function parseCredential(typed: Credential): ParsedCredential {
  const value = bare(typed);
  const checks =
    value.kind === "api-key"
      ? [problemOf("key", value.key)]
      : [problemOf("clientId", value.clientId), problemOf("clientSecret", value.clientSecret)];
  const [first, ...others] = checks.filter((check) => check !== undefined);
  return first === undefined ? { ok: true, value } : { ok: false, problems: [first, ...others] };
}
