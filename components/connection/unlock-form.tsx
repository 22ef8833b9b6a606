import { useState } from "preact/hooks";
import type { UnlockReply } from "../../lib/connection/replies.ts";
import type { Failure } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { failureText } from "../answer/failure-text.ts";
import { Problem } from "../parts/problem.tsx";
import { SecretField } from "../parts/secret-field.tsx";
import { RemoveKey } from "./remove-key.tsx";

export interface UnlockFormProps {
  unlock: (passphrase: string) => Promise<UnlockReply>;
  /** Removes a key whose passphrase was forgotten. Resolves to whether it is gone. */
  forget: () => Promise<boolean>;
  /** The field has the focus from the start. */
  focused?: boolean;
}

/** The key's passphrase. A wrong one stays in the field: usually only one letter is wrong. */
export function UnlockForm({ unlock, forget, focused = false }: UnlockFormProps) {
  const [passphrase, setPassphrase] = useState("");
  const [attempt, setAttempt] = useState<"none" | "trying" | "empty" | Failure>("none");
  const trying = attempt === "trying";

  async function tryPassphrase() {
    if (trying) return;
    if (passphrase === "") return setAttempt("empty");
    setAttempt("trying");
    const reply = await unlock(passphrase);
    setAttempt(reply.state === "failed" ? reply.failure : "none");
  }

  return (
    <form
      class="unlock"
      aria-busy={trying}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void tryPassphrase();
      }}
    >
      <SecretField
        label={t("unlock.passphrase")}
        value={passphrase}
        focused={focused}
        problem={attempt === "empty" ? t("unlock.empty") : undefined}
        onType={setPassphrase}
      />
      <button type="submit" class="button primary" aria-disabled={trying}>
        {t("unlock.submit")}
      </button>
      <RemoveKey remove={forget} />
      {/* Last, so that text that appears here doesn't move anything that someone is about to click. */}
      <p class="hint" role="status">
        {trying ? t("unlock.trying") : ""}
      </p>
      {typeof attempt === "object" && <Problem said={failureText(attempt)} />}
    </form>
  );
}
