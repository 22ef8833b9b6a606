import type { KeyKind } from "../../lib/connection/replies.ts";
import type { Failure } from "../../lib/directory/answer.ts";
import { messageWord, t } from "../../lib/i18n.ts";
import { failureText, withClock } from "../answer/failure-text.ts";
import { type Said, said } from "../parts/said.ts";

/** Why connecting failed, and what to do; shown next to the form, which still contains the typed text. */
export function connectFailureText(failure: Failure, kind: KeyKind): Said {
  switch (failure.why) {
    case "keyRefused":
    case "badRequest":
      return withClock(
        {
          known: t(`connectFailure.${failure.why}.known`),
          next: t(`connectFailure.${failure.why}.${messageWord(kind)}`),
        },
        failure,
      );
    case "keyExpired":
    case "forbidden":
      return withClock(said(`connectFailure.${failure.why}`), failure);
    default: {
      const { known, next } = failureText(failure);
      return { known: t("connectFailure.failed", { known }), next };
    }
  }
}
