import type { Failure } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { clockTime } from "../parts/clock-time.ts";
import { countdown } from "../parts/countdown.ts";
import { Notice } from "../parts/notice.tsx";
import { apiWords, failureText } from "./failure-text.ts";
import { REMEDIES } from "./remedies.ts";
import { type Retried, type Retry, useRetry } from "./use-retry.ts";

export interface FailureActions {
  onOpenOptions: () => void;
  onAgain: () => void;
  /** Leads to the passphrase field; absent if only the options page has one. */
  onUnlock?: (() => void) | undefined;
}

export interface FailureNoticeProps extends FailureActions {
  failure: Failure;
  /** See {@link useRetry}. */
  retried?: Retried;
}

export function FailureNotice(props: FailureNoticeProps) {
  const { failure, retried, onAgain } = props;
  const retry = useRetry(failure, onAgain, retried);
  const { known, next } = failureText(failure);
  return (
    <Notice
      kind="failed"
      said={{ known, next: retry.byItself ? t("failureUntil.byItself") : next }}
      detail={apiWords(failure)}
    >
      <FailureButton {...props} retry={retry} class="button primary" />
    </Notice>
  );
}

interface FailureButtonProps extends FailureActions {
  failure: Failure;
  retry: Retry;
  class: string;
}

/** The one action that is offered for a failure. */
export function FailureButton(props: FailureButtonProps) {
  const { failure, retry, onOpenOptions, onUnlock, onAgain } = props;
  const remedy = REMEDIES[failure.why];
  if (remedy === "unlock" && onUnlock)
    return (
      <button type="button" class={props.class} onClick={onUnlock}>
        {t("unlock.submit")}
      </button>
    );
  if (remedy === "unlock" || remedy === "options")
    return (
      <button type="button" class={props.class} onClick={onOpenOptions}>
        {t("action.openOptions")}
      </button>
    );
  if (retry.wait === 0)
    return (
      <button type="button" class={props.class} onClick={onAgain}>
        {t("action.again")}
      </button>
    );
  return (
    // Not disabled: it would lose the focus. Its name stays the same, so that a screen reader doesn't read each second.
    <button type="button" class={props.class} aria-disabled="true">
      <span aria-hidden="true">
        {t("action.again")} <span class="countdown">{countdown(retry.wait)}</span>
      </span>
      <span class="heard-only">
        {t("action.againFrom", { time: clockTime(failure.retryAt ?? 0) })}
      </span>
    </button>
  );
}
