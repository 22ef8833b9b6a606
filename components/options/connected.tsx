import { useEffect, useRef, useState } from "preact/hooks";
import type { KeyKind } from "../../lib/directory/replies.ts";
import { CheckIcon } from "../icons.tsx";
import { optionsTexts } from "../texts.ts";

const texts = optionsTexts.connect;

export interface ConnectedProps {
  kind: KeyKind;
  onForget: () => void;
}

/** That a key is kept, which kind, and how to have it forgotten. */
export function Connected({ kind, onForget }: ConnectedProps) {
  const [asked, setAsked] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) keep.current?.focus();
  }, [asked]);
  return (
    <div class="connected">
      <CheckIcon />
      <p>{texts.connected(kind)}</p>
      {asked ? (
        <div class="confirm">
          <p>{texts.forgetAsk}</p>
          <button type="button" class="button danger" onClick={onForget}>
            {texts.forgetYes}
          </button>
          <button ref={keep} type="button" class="button" onClick={() => setAsked(false)}>
            {texts.forgetNo}
          </button>
        </div>
      ) : (
        <button type="button" class="button" onClick={() => setAsked(true)}>
          {texts.forget}
        </button>
      )}
    </div>
  );
}
