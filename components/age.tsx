import type { Failure } from "../lib/directory/answer.ts";
import { type FailureActions, FailureButton } from "./failure-notice.tsx";
import { InertText } from "./inert-text.tsx";
import { ageTexts, failureText } from "./texts.ts";
import { exactLocal, relativeTo } from "./time.ts";
import { useNow } from "./use-now.ts";

export interface AgeProps extends FailureActions {
  /** ms since the epoch */
  asOf: number;
  busy: boolean;
  notRefreshed: Failure | undefined;
}

/** How old a stale answer is, and what becomes of it. */
export function Age({ asOf, busy, notRefreshed, ...actions }: AgeProps) {
  const now = useNow();
  return (
    <p class="age">
      <span>
        {ageTexts.from}{" "}
        <time dateTime={new Date(asOf).toISOString()} title={exactLocal(asOf)}>
          {relativeTo(asOf, now)}
        </time>
        {busy && ` · ${ageTexts.refreshing}`}
        {notRefreshed && (
          <>
            {" · "}
            <InertText text={ageTexts.notRefreshed(failureText(notRefreshed))} />
          </>
        )}
      </span>
      {notRefreshed && <FailureButton {...actions} failure={notRefreshed} class="link-button" />}
    </p>
  );
}
