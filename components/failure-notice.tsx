import type { Failure, FailureReason } from "../lib/directory/answer.ts";
import { Notice } from "./notice.tsx";
import { actionTexts, apiWords, failureText } from "./texts.ts";

/** What only the options page can mend. */
const MENDED_IN_OPTIONS: ReadonlySet<FailureReason> = new Set([
  "no-key",
  "no-zone",
  "key-refused",
  "key-expired",
  "forbidden",
  "zone-not-found",
]);

export interface FailureNoticeProps {
  failure: Failure;
  onOpenOptions: () => void;
  onAgain: () => void;
}

export function FailureNotice({ failure, onOpenOptions, onAgain }: FailureNoticeProps) {
  const options = MENDED_IN_OPTIONS.has(failure.why);
  return (
    <Notice kind="failed" said={failureText(failure)} detail={apiWords(failure)}>
      <button type="button" class="button primary" onClick={options ? onOpenOptions : onAgain}>
        {options ? actionTexts.openOptions : actionTexts.again}
      </button>
    </Notice>
  );
}
