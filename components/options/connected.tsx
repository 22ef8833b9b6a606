import type { Way } from "../../lib/credentials/keeping.ts";
import type { KeyKind } from "../../lib/directory/replies.ts";
import { CheckIcon } from "../icons.tsx";
import { optionsTexts } from "../texts.ts";
import { ForgetKey } from "./forget-key.tsx";

const texts = optionsTexts.connect;

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
      <p>{texts.connected(kind, way)}</p>
      {way === "passphrase" && (
        <button type="button" class="button" onClick={onLock}>
          {texts.lock}
        </button>
      )}
      <ForgetKey onForget={onForget} />
    </div>
  );
}
