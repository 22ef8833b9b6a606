import type { Failure } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { Notice } from "../parts/notice.tsx";
import { apiWords, failureText } from "./failure-text.ts";
import { REMEDIES } from "./remedies.ts";

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
  const options = REMEDIES[props.failure.why] === "options";
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
