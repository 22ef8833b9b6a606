import { useState } from "preact/hooks";
import type { KeepReply } from "../../lib/connection/replies.ts";
import type { Keeping, Way } from "../../lib/credentials/keeping.ts";
import type { Failure } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { failureText } from "../answer/failure-text.ts";
import { announce } from "../parts/announcer.tsx";
import { Problem } from "../parts/problem.tsx";
import { KeepingChoice, type KeepingDraft, keepingOf } from "./keeping-choice.tsx";

export interface ChangeKeepingProps {
  way: Way;
  /** The only way that the organization allows. */
  prescribed: Way | undefined;
  keepOtherwise: (keeping: Keeping) => Promise<KeepReply>;
}

/** Another way to keep the key in use; collapsed, because it is rarely needed, unless it is required. */
export function ChangeKeeping({ way, prescribed, keepOtherwise }: ChangeKeepingProps) {
  const [chosen, setDraft] = useState<KeepingDraft>({ way, passphrase: "", again: "" });
  const draft = { ...chosen, way: prescribed ?? chosen.way };
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  async function change() {
    const keeping = keepingOf(draft);
    setChecked(true);
    if (!keeping || busy) return;
    setBusy(true);
    const reply = await keepOtherwise(keeping);
    setBusy(false);
    setFailure(reply.state === "failed" ? reply.failure : undefined);
    if (reply.state === "failed") return;
    setDraft({ way: keeping.way, passphrase: "", again: "" });
    setChecked(false);
    announce(t(`keeping.changed.${keeping.way}`));
  }

  return (
    <details class="folded" open={prescribed !== undefined && prescribed !== way}>
      <summary>{t("keeping.change")}</summary>
      <form
        class="form"
        aria-busy={busy}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <KeepingChoice
          draft={draft}
          checked={checked}
          prescribed={prescribed}
          onChange={setDraft}
        />
        {failure && <Problem said={failureText(failure)} />}
        <div class="form-end">
          <button type="submit" class="button" aria-disabled={busy}>
            {t("keeping.submit")}
          </button>
        </div>
      </form>
    </details>
  );
}
