import type { KeyKind } from "../../lib/connection/replies.ts";
import type { Failure } from "../../lib/directory/answer.ts";
import { messageWord, t } from "../../lib/i18n.ts";
import { failureText } from "../answer/failure-text.ts";
import { type Said, said } from "../parts/said.ts";

/** Why Connect failed, and what to do; said beside the form, where the typed text still stands. */
export function connectFailureText(failure: Failure, kind: KeyKind): Said {
  switch (failure.why) {
    case "key-refused":
    case "bad-request":
      return {
        known: t(`connectFailure.${messageWord(failure.why)}.known`),
        next: t(`connectFailure.${messageWord(failure.why)}.${messageWord(kind)}`),
      };
    case "key-expired":
    case "forbidden":
      return said(`connectFailure.${messageWord(failure.why)}`);
    default: {
      const { known, next } = failureText(failure);
      return { known: t("connectFailure.failed", { known }), next };
    }
  }
}
