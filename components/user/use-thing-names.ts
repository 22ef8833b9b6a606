import { useMemo } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, InZone } from "../../lib/directory/answer.ts";
import { thingsOf } from "../../lib/directory/things-of.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { NameOf } from "./thing-names.ts";
import { useNames } from "./use-names.ts";

/**
 * The names of what the records of an answer's users mention, and what their roles are for.
 *
 * @param beside a user of the answer's zone who is shown but isn't part of the answer
 */
export function useThingNames(
  answer: InZone<Answer> | undefined,
  inspectNames: BackgroundApi["inspectNames"],
  turn: number,
  beside?: User,
): NameOf {
  const users = answer?.state === "found" ? answer.users : undefined;
  const zoneId = answer?.zone?.id;
  const things = useMemo(
    () => thingsOf([...(users ?? []), ...(beside ? [beside] : [])], { zoneId, roles: true }),
    [users, beside, zoneId],
  );
  return useNames(things, inspectNames, zoneId, turn);
}
