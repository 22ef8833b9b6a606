import { t } from "../../lib/i18n.ts";

const PARTS = ["pages", "sent", "stored", "others"] as const;

export interface DataUseProps {
  /** The one origin that this build sends requests to. */
  apiOrigin: string;
  onAgree: () => void;
  /** Continues without agreeing; undefined if there is nothing to continue to. */
  onNotNow?: () => void;
}

/**
 * What is read, sent and stored, and the user's consent. Nothing is connected before
 * (https://developer.chrome.com/docs/webstore/program-policies/disclosure-requirements). docs/privacy.md has the
 * details.
 */
export function DataUse({ apiOrigin, onAgree, onNotNow }: DataUseProps) {
  return (
    <>
      <dl class="data-use">
        {PARTS.map((part) => (
          <div key={part}>
            <dt class="label">{t(`dataUse.${part}.name`)}</dt>
            <dd>
              {part === "sent"
                ? t("dataUse.sent.text", { api: new URL(apiOrigin).host })
                : t(`dataUse.${part}.text`)}
            </dd>
          </div>
        ))}
      </dl>
      <div class="form-end">
        <button type="button" class="button primary" onClick={onAgree}>
          {t("dataUse.agree")}
        </button>
        {onNotNow && (
          <button type="button" class="button" onClick={onNotNow}>
            {t("dataUse.notNow")}
          </button>
        )}
      </div>
    </>
  );
}
