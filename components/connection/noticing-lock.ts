import type { Failure } from "../../lib/directory/answer.ts";
import type { BackgroundApi } from "../../lib/messages/background-api.ts";

type Reply = { state: string; failure?: Failure };

/** The background; where it answers that the key is locked, as after a while without use, that is noticed. */
export function noticingLock(background: BackgroundApi, onLocked: () => void): BackgroundApi {
  const noticed = <T extends Reply>(reply: T): T => {
    if (reply.state === "failed" && reply.failure?.why === "key-locked") onLocked();
    return reply;
  };
  return {
    ...background,
    lookUp: (...asked) => background.lookUp(...asked).then(noticed),
    search: (...asked) => background.search(...asked).then(noticed),
    lookElsewhere: (...asked) => background.lookElsewhere(...asked).then(noticed),
  };
}
