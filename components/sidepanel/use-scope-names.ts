import { useMemo } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, InZone } from "../../lib/directory/answer.ts";
import type { Thing } from "../../lib/directory/names.ts";
import type { NamedKind, RoleAssignment } from "../../lib/keycard/index.ts";
import { NAMES_PER_MESSAGE } from "../../lib/limits.ts";
import type { ScopeName } from "../user/scope-names.ts";
import { useNames } from "./use-names.ts";

/** What the API has names for, by the type of a role's scope. */
const KINDS: Partial<Record<string, NamedKind>> = {
  resource: "resources",
  application: "applications",
};

/** The names of what the roles of an answer's users are held on, of the first NAMES_PER_MESSAGE things. */
export function useScopeNames(
  answer: InZone<Answer> | undefined,
  inspectNames: BackgroundApi["inspectNames"],
  turn: number,
): ScopeName {
  const things = useMemo(() => scopesOf(answer), [answer]);
  const nameOf = useNames(things, inspectNames, answer?.zone?.id, turn);
  return (scope) => {
    const thing = thingOf(scope);
    return thing && nameOf(thing)?.name;
  };
}

function scopesOf(answer: Answer | undefined): Thing[] {
  const users = answer?.state === "found" ? answer.users : [];
  const things = new Map<string, Thing>();
  for (const { role_assignments = [] } of users)
    for (const { scope } of role_assignments) {
      const thing = scope && thingOf(scope);
      if (thing && things.size < NAMES_PER_MESSAGE) things.set(`${thing.kind} ${thing.id}`, thing);
    }
  return [...things.values()];
}

function thingOf({ type, id }: NonNullable<RoleAssignment["scope"]>): Thing | undefined {
  const kind = KINDS[type];
  return kind && { kind, id };
}
