import { useEffect, useMemo, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, InZone } from "../../lib/directory/answer.ts";
import type { ReadRoles } from "../../lib/directory/role-ways.ts";
import { filledIn, ROLES_READ_MAX } from "../../lib/directory/with-roles.ts";
import { GROUPS_PER_MESSAGE } from "../../lib/limits.ts";

/** Of an answer, by the user's ID. */
interface Read {
  of: Answer;
  roles: ReadonlyMap<string, ReadRoles>;
}

/**
 * An answer with the roles that it does not report, read behind it: a page that shows a person shows the details.
 *
 * @param turn counts how often it was asked again by hand: then the roles are too
 */
export function useRoles(
  answer: InZone<Answer> | undefined,
  inspectRoles: BackgroundApi["inspectRoles"],
  turn: number,
): InZone<Answer> | undefined {
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    const zoneId = answer?.zone?.id;
    if (answer?.state !== "found" || zoneId === undefined) return;
    let isCurrent = true;
    const open = answer.users.filter(({ role_assignments }) => !role_assignments);
    for (const { id, groups } of open.slice(0, ROLES_READ_MAX))
      void inspectRoles({
        owner: id,
        zoneId,
        ...(groups &&
          groups.length <= GROUPS_PER_MESSAGE && { groups: groups.map(({ id }) => id) }),
        fresh: turn > 0,
      })
        .catch(() => undefined)
        .then((come) => {
          if (!(isCurrent && come)) return;
          setRead((before) => {
            const roles = before?.of === answer ? before.roles : [];
            return { of: answer, roles: new Map([...roles, [id, come]]) };
          });
        });
    return () => {
      isCurrent = false;
    };
  }, [answer, inspectRoles]);
  return useMemo(
    () =>
      answer?.state === "found" && read?.of === answer ? filledIn(answer, read.roles) : answer,
    [answer, read],
  );
}
