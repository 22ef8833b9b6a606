import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";

/** Asks before the key is removed. */
export function ForgetKey({ onForget }: { onForget: () => void }) {
  const [asked, setAsked] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) keep.current?.focus();
  }, [asked]);
  return asked ? (
    <div class="confirm">
      <p>{t("options.connect.forgetAsk")}</p>
      <div class="form-end">
        <button type="button" class="button danger" onClick={onForget}>
          {t("options.connect.forgetYes")}
        </button>
        <button ref={keep} type="button" class="button" onClick={() => setAsked(false)}>
          {t("options.connect.forgetNo")}
        </button>
      </div>
    </div>
  ) : (
    <div class="form-end">
      <button type="button" class="button" onClick={() => setAsked(true)}>
        {t("options.connect.forget")}
      </button>
    </div>
  );
}
