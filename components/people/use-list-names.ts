import { useMemo } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { thingsOf } from "../../lib/directory/things-of.ts";
import type { NameOf } from "../user/thing-names.ts";
import { useNames } from "../user/use-names.ts";
import type { PeopleStore } from "./people-store.ts";

/** Things whose names a list requests: a few requests at most, whoever is in it. The others keep their IDs. */
const NAMED_MAX = 500;

/** Names of what a list's people have roles on and sign in with; requested once each, when all have been looked up. */
export function useListNames(
  store: PeopleStore,
  inspectNames: BackgroundApi["inspectNames"],
): NameOf {
  const answers = store.answers.value;
  const isRunning = store.run.value.state === "running";
  const zoneId = store.zone.value?.id;
  const things = useMemo(() => {
    if (isRunning) return [];
    const users = [...answers.values()].flatMap((answer) =>
      answer.state === "found" ? answer.users : [],
    );
    return users.flatMap((user) => thingsOf([user], { zoneId, roles: false })).slice(0, NAMED_MAX);
  }, [answers, zoneId, isRunning]);
  return useNames(things, inspectNames, zoneId, 0);
}
