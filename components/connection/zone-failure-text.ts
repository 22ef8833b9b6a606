import type { Failure } from "../../lib/directory/answer.ts";
import { messageWord } from "../../lib/i18n.ts";
import { failureText } from "../answer/failure-text.ts";
import { type Said, said } from "../parts/said.ts";

/** Why a zone could not be chosen. */
export function zoneFailureText(failure: Failure): Said {
  switch (failure.why) {
    case "forbidden":
    case "zone-not-found":
    case "bad-request":
      return said(`zoneFailure.${messageWord(failure.why)}`);
    default:
      return failureText(failure);
  }
}
