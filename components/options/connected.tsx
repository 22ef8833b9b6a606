import type { KeyKind } from "../../lib/connection/replies.ts";
import type { Way } from "../../lib/credentials/keeping.ts";
import { messageWord, t } from "../../lib/i18n.ts";
import { CheckIcon } from "../parts/icons.tsx";
import { ForgetKey } from "./forget-key.tsx";

export interface ConnectedProps {
  kind: KeyKind;
  way: Way;
  onForget: () => void;
  onLock: () => void;
}

/** That a key is kept, which kind and how, and how to have it locked or forgotten. */
export function Connected({ kind, way, onForget, onLock }: ConnectedProps) {
  return (
    <div class="connected">
      <CheckIcon />
      <p>
        {t("sentences", {
          first: t(`options.connect.connected.${messageWord(kind)}`),
          second: t(`keeping.changed.${way}`),
        })}
      </p>
      {way === "passphrase" && (
        <button type="button" class="button" onClick={onLock}>
          {t("options.connect.lock")}
        </button>
      )}
      <ForgetKey onForget={onForget} />
    </div>
  );
}
