import type { KeyKind } from "../../lib/connection/replies.ts";
import type { Way } from "../../lib/credentials/keeping.ts";
import { messageWord, t } from "../../lib/i18n.ts";
import { CheckIcon } from "../parts/icons.tsx";
import { dayAndTime } from "../parts/time.ts";
import { useNow } from "../parts/use-now.ts";

export interface ConnectedProps {
  kind: KeyKind;
  way: Way;
  /** When the key expires by its own claim, ms since the epoch. */
  expiresAt: number | undefined;
  onLock: () => void;
}

/** The connected key: its kind, how it is kept, and how to lock it. */
export function Connected({ kind, way, expiresAt, onLock }: ConnectedProps) {
  return (
    <div class="connected">
      <CheckIcon />
      <p>
        {t("sentences", {
          first: t(`options.connect.connected.${messageWord(kind)}`),
          second: t(`keeping.changed.${way}`),
        })}
      </p>
      {expiresAt !== undefined && <Expiry expiresAt={expiresAt} />}
      {way === "passphrase" && (
        <button type="button" class="button" onClick={onLock}>
          {t("options.connect.lock")}
        </button>
      )}
    </div>
  );
}

/** A hint: Keycard decides whether the key is still accepted, not this computer's clock. */
function Expiry({ expiresAt }: { expiresAt: number }) {
  const isOver = useNow() >= expiresAt;
  const time = dayAndTime(expiresAt);
  return (
    <p class={isOver ? "doubt" : "hint"}>
      {isOver
        ? t("options.connect.expiry.over", { time })
        : t("options.connect.expiry.good", { time })}
    </p>
  );
}
