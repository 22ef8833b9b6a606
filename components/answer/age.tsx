import type { Failure } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { InertText } from "../parts/inert-text.tsx";
import { exactLocal, relativeTo } from "../parts/time.ts";
import { useNow } from "../parts/use-now.ts";
import { type FailureActions, FailureButton } from "./failure-notice.tsx";
import { failureText } from "./failure-text.ts";
import { useRetry } from "./use-retry.ts";

export interface AgeProps extends FailureActions {
  /** ms since the epoch */
  asOf: number;
  busy: boolean;
  notRefreshed: Failure | undefined;
  /** The newer answer has come. */
  fresh: boolean;
}

/** How old a stale answer is, and what becomes of it. */
export function Age({ asOf, busy, notRefreshed, fresh, ...actions }: AgeProps) {
  const now = useNow();
  const retry = useRetry(notRefreshed, actions.onAgain);
  return (
    <p class="age">
      <span>
        {fresh ? t("age.refreshed") : t("age.from")}{" "}
        <time dateTime={new Date(asOf).toISOString()} title={exactLocal(asOf)}>
          {relativeTo(asOf, now)}
        </time>
        {busy && ` · ${t("age.refreshing")}`}
        {notRefreshed && (
          <>
            {" · "}
            <InertText text={t("age.notRefreshed", { known: failureText(notRefreshed).known })} />
          </>
        )}
      </span>
      {notRefreshed && (
        <FailureButton {...actions} failure={notRefreshed} retry={retry} class="link-button" />
      )}
    </p>
  );
}
