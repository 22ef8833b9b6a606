import type { Failure, FailureReason } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { Notice } from "../parts/notice.tsx";
import { apiWords, failureText } from "./failure-text.ts";

/** What only the options page can mend. */
const MENDED_IN_OPTIONS: ReadonlySet<FailureReason> = new Set([
  "no-key",
  "key-locked",
  "key-damaged",
  "key-newer",
  "key-weak",
  "device-key-lost",
  "no-device-store",
  "no-zone",
  "key-refused",
  "key-expired",
  "forbidden",
  "zone-not-found",
  "not-allowed",
]);

export interface FailureActions {
  onOpenOptions: () => void;
  onAgain: () => void;
}

export interface FailureNoticeProps extends FailureActions {
  failure: Failure;
}

export function FailureNotice({ failure, onOpenOptions, onAgain }: FailureNoticeProps) {
  return (
    <Notice kind="failed" said={failureText(failure)} detail={apiWords(failure)}>
      <FailureButton
        failure={failure}
        class="button primary"
        onOpenOptions={onOpenOptions}
        onAgain={onAgain}
      />
    </Notice>
  );
}

/** The one thing to do about a failure. */
export function FailureButton(props: FailureNoticeProps & { class: string }) {
  const options = MENDED_IN_OPTIONS.has(props.failure.why);
  return (
    <button
      type="button"
      class={props.class}
      onClick={options ? props.onOpenOptions : props.onAgain}
    >
      {options ? t("action.openOptions") : t("action.again")}
    </button>
  );
}
