import type { Failure } from "../../lib/directory/answer.ts";
import { failureText, withClock } from "../answer/failure-text.ts";
import { type Said, said } from "../parts/said.ts";

/** Why a zone couldn't be chosen. */
export function zoneFailureText(failure: Failure): Said {
  switch (failure.why) {
    case "forbidden":
    case "zoneNotFound":
    case "badRequest":
    case "noDeviceStore":
      return withClock(said(`zoneFailure.${failure.why}`), failure);
    default:
      return failureText(failure);
  }
}
