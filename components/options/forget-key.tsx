import { useEffect, useRef, useState } from "preact/hooks";
import { optionsTexts } from "../texts.ts";

const texts = optionsTexts.connect;

/** Asks before the key is forgotten. */
export function ForgetKey({ onForget }: { onForget: () => void }) {
  const [asked, setAsked] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) keep.current?.focus();
  }, [asked]);
  return asked ? (
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
  );
}
