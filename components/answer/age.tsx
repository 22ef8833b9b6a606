import { useEffect, useRef } from "preact/hooks";
import type { Failure } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { useKept } from "../parts/kept.ts";
import { exactLocal, relativeTo } from "../parts/time.ts";
import { useNow } from "../parts/use-now.ts";
import type { FailureActions } from "./failure-notice.tsx";
import type { AnswerRestStore } from "./rest.ts";

export interface AgeProps extends FailureActions {
  /** ms since the epoch */
  asOf: number;
  busy: boolean;
  notRefreshed: Failure | undefined;
  /** A newer answer has arrived. */
  fresh: boolean;
  rest: AnswerRestStore;
}

/** How old a stale answer is, and whether it's being refreshed. */
export function Age({ asOf, busy, notRefreshed, fresh, rest, ...actions }: AgeProps) {
  const now = useNow();
  const retried = useRef(false);
  const loaded = useKept(rest.loaded);
  useEffect(() => {
    if (notRefreshed) void rest.load();
  }, [notRefreshed, rest]);
  const age = (
    <>
      {fresh ? t("age.refreshed") : t("age.from")}{" "}
      <time dateTime={new Date(asOf).toISOString()} title={exactLocal(asOf)}>
        {relativeTo(asOf, now)}
      </time>
      {busy && ` · ${t("age.refreshing")}`}
    </>
  );
  if (!notRefreshed || loaded.state !== "here")
    return (
      <p class="age">
        <span>{age}</span>
      </p>
    );
  const { NotRefreshed } = loaded.value;
  return (
    <p class="age">
      <NotRefreshed {...actions} failure={notRefreshed} retried={retried}>
        {age}
      </NotRefreshed>
    </p>
  );
}
