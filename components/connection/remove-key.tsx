import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { Problem } from "../parts/problem.tsx";
import { said } from "../parts/said.ts";
import { useEscape } from "../parts/use-escape.ts";

export interface RemoveKeyProps {
  /** Resolves to whether the key is gone. */
  remove: () => Promise<boolean>;
}

/** The way out for someone who has forgotten the passphrase; asks before it removes the key. */
export function RemoveKey({ remove }: RemoveKeyProps) {
  const [step, setStep] = useState<"offered" | "asked" | "failed">("offered");
  const offer = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (step === "asked") wasAsked.current = true;
    else if (wasAsked.current) offer.current?.focus();
  }, [step]);
  if (step === "asked")
    return (
      <Asked
        onRemove={async () => {
          if (!(await remove())) setStep("failed");
        }}
        onCancel={() => setStep("offered")}
      />
    );
  return (
    <>
      <button ref={offer} type="button" class="link-button" onClick={() => setStep("asked")}>
        {t("unlock.forgot")}
      </button>
      {step === "failed" && <Problem said={said("options.connect.notForgotten")} />}
    </>
  );
}

function Asked({ onRemove, onCancel }: { onRemove: () => Promise<void>; onCancel: () => void }) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  useEscape(onCancel, "within");
  return (
    <div class="remove-key">
      <p>{t("unlock.removeAsk")}</p>
      <div class="remove-key-answers">
        <button type="button" class="button danger" onClick={() => void onRemove()}>
          {t("unlock.remove")}
        </button>
        <button ref={cancel} type="button" class="button" onClick={onCancel}>
          {t("unlock.cancel")}
        </button>
      </div>
    </div>
  );
}
