import { useEffect, useMemo, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, InZone } from "../../lib/directory/answer.ts";
import { filledIn, ROLES_READ_MAX } from "../../lib/directory/with-roles.ts";
import { activeIn, noting } from "../../lib/directory/with-sessions.ts";
import type { User } from "../../lib/keycard/index.ts";
import { GROUPS_PER_MESSAGE } from "../../lib/limits.ts";

type Found = InZone<Answer> & { state: "found" };

/** Adds what was read to an answer. */
type Fill = (answer: Found) => Found;

/** What has been read for an answer so far. */
interface Read {
  of: Answer;
  fills: readonly Fill[];
}

/**
 * An answer with what it doesn't report, each part as soon as it arrives: roles, and the active sessions of a disabled
 * user who can have some. If a part can't be read, the record's own value stays.
 *
 * @param turn counts manual retries: each reads the roles again too
 */
export function useCompletedAnswer(
  answer: InZone<Answer> | undefined,
  { inspectRoles, inspectSessions }: Pick<BackgroundApi, "inspectRoles" | "inspectSessions">,
  turn: number,
): InZone<Answer> | undefined {
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    const zoneId = answer?.zone?.id;
    if (answer?.state !== "found" || zoneId === undefined) return;
    let isCurrent = true;
    const fillWith = <T>(part: Promise<T | undefined>, fill: (come: T) => Fill) =>
      void part
        .catch(() => undefined)
        .then((come) => {
          if (!isCurrent || come === undefined) return;
          setRead((before) => {
            const fills = before?.of === answer ? before.fills : [];
            return { of: answer, fills: [...fills, fill(come)] };
          });
        });

    const rolesOf = ({ id, groups }: User) =>
      inspectRoles({
        owner: id,
        zoneId,
        ...(groups &&
          groups.length <= GROUPS_PER_MESSAGE && { groups: groups.map(({ id }) => id) }),
        fresh: turn > 0,
      });
    const open = answer.users.filter(({ role_assignments }) => !role_assignments);
    for (const user of open.slice(0, ROLES_READ_MAX))
      fillWith(rolesOf(user), (roles) => (to) => filledIn(to, new Map([[user.id, roles]])));
    fillWith(
      activeIn(answer, (owner) => inspectSessions({ owner, zoneId })),
      (active) => (to) => noting(to, active),
    );
    return () => {
      isCurrent = false;
    };
  }, [answer, inspectRoles, inspectSessions]);
  return useMemo(
    () =>
      answer?.state === "found" && read?.of === answer
        ? read.fills.reduce((fuller, fill) => fill(fuller), answer)
        : answer,
    [answer, read],
  );
}
