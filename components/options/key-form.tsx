import { useState } from "preact/hooks";
import type { ConnectReply, KeyKind } from "../../lib/connection/replies.ts";
import type { Keeping, Way } from "../../lib/credentials/keeping.ts";
import type { Failure } from "../../lib/directory/answer.ts";
import { messageWord, number, t } from "../../lib/i18n.ts";
import { parseCredential } from "../../lib/keycard/credential.ts";
import type { Credential, CredentialProblem } from "../../lib/keycard/index.ts";
import { CREDENTIAL_MAX_CHARS } from "../../lib/limits.ts";
import { apiWords } from "../answer/failure-text.ts";
import { Field } from "../parts/field.tsx";
import { Problem } from "../parts/problem.tsx";
import { SecretField } from "../parts/secret-field.tsx";
import { connectFailureText } from "./connect-failure-text.ts";
import { FIRST_KEEPING, KeepingChoice, keepingOf } from "./keeping-choice.tsx";
import { KindChoice } from "./kind-choice.tsx";

const EMPTY = { key: "", clientId: "", clientSecret: "" };

type Attempt =
  | { state: "none" }
  /** Submitted with something that can't be a key, or a passphrase. */
  | { state: "invalid"; problems: CredentialProblem[]; way: Way }
  | { state: "trying" }
  | { state: "failed"; failure: Failure };

export interface KeyFormProps {
  connect: (credential: Credential, keeping: Keeping) => Promise<ConnectReply>;
  /** The only way to keep the key that the organization allows. */
  prescribed: Way | undefined;
}

/** The form for a key. Typed text stays if connecting fails, and is cleared once the key is accepted. */
export function KeyForm({ connect, prescribed }: KeyFormProps) {
  const [kind, setKind] = useState<KeyKind>("api-key");
  const [typed, setTyped] = useState(EMPTY);
  const [chosen, setDraft] = useState(FIRST_KEEPING);
  const draft = { ...chosen, way: prescribed ?? chosen.way };
  const [attempt, setAttempt] = useState<Attempt>({ state: "none" });
  const trying = attempt.state === "trying";

  const field = (name: keyof typeof EMPTY, label: string) => ({
    label,
    value: typed[name],
    problem: problemOf(attempt, name),
    onType: (text: string) => setTyped((before) => ({ ...before, [name]: text })),
  });

  async function tryKey() {
    if (trying) return;
    const { key, clientId, clientSecret } = typed;
    const parsed = parseCredential(
      kind === "api-key" ? { kind, key } : { kind, clientId, clientSecret },
    );
    const keeping = keepingOf(draft);
    if (!parsed.ok || !keeping)
      return setAttempt({
        state: "invalid",
        problems: parsed.ok ? [] : parsed.problems,
        way: draft.way,
      });
    setAttempt({ state: "trying" });
    const reply = await connect(parsed.value, keeping);
    if (reply.state === "failed") return setAttempt(reply);
    setTyped(EMPTY);
    setDraft({ ...draft, passphrase: "", again: "" });
    setAttempt({ state: "none" });
  }

  return (
    <form
      class="form"
      aria-busy={trying}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void tryKey();
      }}
    >
      <KindChoice
        kind={kind}
        onChoose={(chosen) => {
          setKind(chosen);
          setAttempt({ state: "none" });
        }}
      />
      {kind === "api-key" ? (
        <SecretField key="api-key" {...field("key", t("options.connect.apiKey"))} />
      ) : (
        <>
          <Field {...field("clientId", t("options.connect.clientId"))} />
          <SecretField key="secret" {...field("clientSecret", t("options.connect.clientSecret"))} />
        </>
      )}
      <KeepingChoice
        draft={draft}
        checked={attempt.state === "invalid" && attempt.way === draft.way}
        prescribed={prescribed}
        onChange={setDraft}
      />
      {attempt.state === "failed" && (
        <Problem
          said={connectFailureText(attempt.failure, kind)}
          detail={apiWords(attempt.failure)}
        />
      )}
      <div class="form-end">
        <button type="submit" class="button primary" aria-disabled={trying}>
          {t("options.connect.submit")}
        </button>
        <p class="hint" role="status">
          {trying ? t("options.connect.trying") : ""}
        </p>
      </div>
    </form>
  );
}

function problemOf(attempt: Attempt, name: keyof typeof EMPTY): string | undefined {
  if (attempt.state !== "invalid") return undefined;
  const problem = attempt.problems.find(({ field }) => field === name)?.problem;
  if (problem === "empty") return t(`options.credential.empty.${name}`);
  return problem === "too-long"
    ? t("options.credential.too_long", { max: number(CREDENTIAL_MAX_CHARS) })
    : problem && t(`options.credential.${messageWord(problem)}`);
}
