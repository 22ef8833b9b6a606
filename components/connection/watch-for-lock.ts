import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Failure } from "../../lib/directory/answer.ts";

type Reply = { state: string; failure?: Failure };

/** The background, watched for answers saying that the key is locked, as it is after a while without use. */
export function watchForLock(background: BackgroundApi, onLocked: () => void): BackgroundApi {
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
  // The prototype has everything else. A message isn't a property of the background before it is first sent.
  return Object.assign(Object.create(background), noticing);
}
