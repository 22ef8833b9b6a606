import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Failure } from "../../lib/directory/answer.ts";

type Reply = { state: string; failure?: Failure };

/** The background; where it answers that the key is locked, as after a while without use, that is noticed. */
export function noticingLock(background: BackgroundApi, onLocked: () => void): BackgroundApi {
  const noticed = <T extends Reply>(reply: T): T => {
    if (reply.state === "failed" && reply.failure?.why === "keyLocked") onLocked();
    return reply;
  };
  const noticing: Pick<BackgroundApi, "lookUp" | "search" | "lookElsewhere" | "suggest"> = {
    lookUp: (asked) => background.lookUp(asked).then(noticed),
    search: (asked) => background.search(asked).then(noticed),
    lookElsewhere: (asked) => background.lookElsewhere(asked).then(noticed),
    suggest: (asked) => background.suggest(asked).then(noticed),
  };
  // All else is the background's own: a message is no property of it before it was sent.
  return Object.assign(Object.create(background), noticing);
}
