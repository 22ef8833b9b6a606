import type { ComponentChildren } from "preact";
import type { Failure } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { InertText } from "../parts/inert-text.tsx";
import { type FailureActions, FailureButton } from "./failure-notice.tsx";
import { failureText } from "./failure-text.ts";
import { type Retried, useRetry } from "./use-retry.ts";

export interface NotRefreshedProps extends FailureActions {
  failure: Failure;
  retried: Retried;
  /** The age of the answer. */
  children: ComponentChildren;
}

/** Why a stale answer is still shown, after its age; and what to do about it. */
export function NotRefreshed({ failure, retried, children, ...actions }: NotRefreshedProps) {
  const retry = useRetry(failure, actions.onAgain, retried);
  return (
    <>
      <span>
        {children}
        {" · "}
        <InertText text={t("age.notRefreshed", { known: failureText(failure).known })} />
      </span>
      <FailureButton {...actions} failure={failure} retry={retry} class="link-button" />
    </>
  );
}
