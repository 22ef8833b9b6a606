import type { Failure } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { clockTime } from "../parts/clock-time.ts";
import { type Said, said } from "../parts/said.ts";
import { isPassing } from "./remedies.ts";

export function failureText({ why, retryAt }: Failure): Said {
  if (retryAt === undefined || !isPassing(why)) return said(`failure.${why}`);
  return {
    known: t(`failureUntil.${why}.known`, { time: clockTime(retryAt) }),
    next: t(`failureUntil.${why}.next`),
  };
}

/** The API's own words beside a failure. */
export function apiWords({ detail, status }: Failure): string | undefined {
  if (detail === undefined)
    return status === undefined ? undefined : t("apiWords.status", { status });
  return status === undefined
    ? t("apiWords.detail", { detail })
    : t("apiWords.detailAndStatus", { status, detail });
}
