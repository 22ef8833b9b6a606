import type { MessageNote } from "../contract/router.ts";
import type { Answer } from "../directory/answer.ts";
import type { Directory, LookUpOptions } from "../directory/directory.ts";
import type { Traffic } from "../directory/traffic/traffic.ts";
import type { EndedRequest } from "../keycard/index.ts";
import type { Clocks } from "../moments.ts";
import type { Query } from "../query.ts";
import type { DebugLog } from "./debug-log.ts";

/** Records activity in a debug log. */
export interface Watch {
  onMessage(note: MessageNote): void;
  onRequest(ended: EndedRequest): void;
  traffic(traffic: Traffic): Traffic;
  lookUp(
    directory: Pick<Directory, "lookUp">,
    query: Query,
    options: LookUpOptions,
  ): Promise<Answer>;
}

export function createWatch(log: DebugLog, { now, elapsed }: Clocks): Watch {
  /** Number of calls for private windows in progress. */
  let inPrivate = 0;

  return {
    onMessage({ isPrivate, ...note }) {
      // Every movement of the pointer in a sub-frame sends one.
      if (note.name === "tellTopFrame" && note.outcome === "taken") return;
      if (isPrivate) log.notePrivate();
      else log.note({ event: "message", ...note });
    },
    onRequest(ended) {
      // It can't be determined which call it was for.
      if (inPrivate > 0) log.notePrivate();
      else log.note({ event: "request", ...ended });
    },
    traffic: (traffic) => ({
      ...traffic,
      async run(call, options) {
        const isPrivate = options.isPrivate === true;
        if (isPrivate) inPrivate += 1;
        const result = await traffic.run(call, options).finally(() => {
          if (isPrivate) inPrivate -= 1;
        });
        if (!result.ok && isPrivate) log.notePrivate();
        else if (!result.ok) log.note({ event: "call-failed", why: result.error.why });
        return result;
      },
    }),
    async lookUp(directory, query, options) {
      const [begun, begunAt] = [elapsed(), now()];
      const note = (answer: Answer) => {
        const kept = answer.state !== "failed" && answer.asOf < begunAt;
        if (options.isPrivate) log.notePrivate();
        else log.note({ event: "look-up", answer: answer.state, kept, ms: elapsed() - begun });
      };
      const answer = await directory.lookUp(query, {
        ...options,
        onStale(stale) {
          note(stale);
          options.onStale?.(stale);
        },
      });
      note(answer);
      return answer;
    },
  };
}
