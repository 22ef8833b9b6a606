import { useEffect, useMemo, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, InZone } from "../../lib/directory/answer.ts";
import { withSessions } from "../../lib/directory/with-sessions.ts";

/** What an answer has become, with the sessions that were read behind it. */
interface Read {
  of: Answer;
  answer: Answer;
}

/** An answer with the active sessions of whoever is disabled and may have some, read behind it. */
export function useActiveSessions(
  answer: InZone<Answer> | undefined,
  inspectSessions: BackgroundApi["inspectSessions"],
): InZone<Answer> | undefined {
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    const zoneId = answer?.zone?.id;
    if (answer === undefined || zoneId === undefined) return;
    let isCurrent = true;
    void withSessions(answer, (owner) => inspectSessions({ owner, zoneId })).then(
      (fuller) => isCurrent && fuller && setRead({ of: answer, answer: fuller }),
      // What the record counts stands.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [answer, inspectSessions]);
  return useMemo(
    () => (answer && read?.of === answer ? { ...answer, ...read.answer } : answer),
    [answer, read],
  );
}
