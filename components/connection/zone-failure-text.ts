import type { Failure } from "../../lib/directory/answer.ts";
import { failureText } from "../answer/failure-text.ts";
import { type Said, said } from "../parts/said.ts";

/** Why a zone could not be chosen. */
export function zoneFailureText(failure: Failure): Said {
  switch (failure.why) {
    case "forbidden":
    case "zoneNotFound":
    case "badRequest":
      return said(`zoneFailure.${failure.why}`);
    default:
      return failureText(failure);
  }
}
