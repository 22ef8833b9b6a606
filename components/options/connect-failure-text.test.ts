import { expect, test } from "vitest";
import type { Failure } from "../../lib/directory/answer.ts";
import { zoneFailureText } from "../connection/zone-failure-text.ts";
import { connectFailureText } from "./connect-failure-text.ts";

const SENTENCE = "This computer’s clock is 2 hours behind the server’s.";

test.each<Failure["why"]>(["keyRefused", "keyExpired", "forbidden", "badRequest", "server"])(
  "%s: the difference between the clocks is mentioned at Connect, and when a zone is chosen",
  (why) => {
    const failure = { why, clockAheadMs: -7_200_000 };
    for (const kind of ["api-key", "service-account"] as const) {
      expect(connectFailureText(failure, kind).known).toContain(SENTENCE);
      expect(connectFailureText({ why }, kind).known).not.toContain("clock");
    }
    expect(zoneFailureText(failure).known).toContain(SENTENCE);
  },
);
