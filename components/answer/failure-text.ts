import type { Failure } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { clockTime } from "../parts/clock-time.ts";
import { type Said, said } from "../parts/said.ts";
import { timeSpan } from "../parts/time-span.ts";
import { isPassing } from "./remedies.ts";

export function failureText(failure: Failure): Said {
  const { why, retryAt } = failure;
  if (retryAt === undefined || !isPassing(why)) return withClock(said(`failure.${why}`), failure);
  const until = {
    known: t(`failureUntil.${why}.known`, { time: clockTime(retryAt) }),
    next: t(`failureUntil.${why}.next`),
  };
  return withClock(until, failure);
}

/** The same text, plus a note if this computer's clock and the server's differ: that can be the reason. */
export function withClock({ known, next }: Said, { clockAheadMs }: Failure): Said {
  if (clockAheadMs === undefined) return { known, next };
  const span = timeSpan(Math.abs(clockAheadMs));
  const second = clockAheadMs > 0 ? t("clock.ahead", { span }) : t("clock.behind", { span });
  return { known: t("sentences", { first: known, second }), next };
}

/** The API's own message about a failure. */
export function apiWords({ detail, status }: Failure): string | undefined {
  if (detail === undefined)
    return status === undefined ? undefined : t("apiWords.status", { status });
  return status === undefined
    ? t("apiWords.detail", { detail })
    : t("apiWords.detailAndStatus", { status, detail });
}
