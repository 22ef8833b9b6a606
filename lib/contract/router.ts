import type { TabBudget } from "../tab-budget.ts";
import { nameIn, paramsIn } from "./envelope.ts";
import type { MessageOutcome } from "./message-outcome.ts";
import { type Handlers, REQUESTS, type RequestName } from "./requests.ts";
import { classify, type Sender, type SenderClass } from "./sender.ts";

/** That a message has come, and nothing that it says. */
export interface MessageNote {
  name: RequestName | "unknown";
  from: SenderClass;
  outcome: MessageOutcome;
  /** Its tab is of a private window. */
  isPrivate: boolean;
}

/**
 * Makes the one listener for messages to the background: checks sender and shape, then hands the message to its
 * handler.
 *
 * @param budget of what pages may send
 * @param onMessage told of each message, for the debug log
 * @returns a function that gives the answer, or undefined for a message that is refused. The answer itself is null
 *   rather than undefined, which is what the asking side gets when the worker stops before it has answered.
 */
export function createRouter<S extends Sender>(
  handlers: Handlers<S>,
  extension: { id: string; baseUrl: string },
  budget: Pick<TabBudget, "spend">,
  onMessage: (note: MessageNote) => void = () => undefined,
): (message: unknown, sender: S) => Promise<unknown> | undefined {
  return (message, sender) => {
    const name = nameIn(REQUESTS, message);
    const from = classify(sender, extension);
    const note = (outcome: MessageNote["outcome"]) => {
      const isPrivate = sender.tab?.incognito === true;
      onMessage({ name: name ?? "unknown", from, outcome, isPrivate });
      return undefined;
    };
    if (name === undefined) return note("unknown-name");
    if (!REQUESTS[name].from.includes(from)) return note("wrong-sender");
    if (sender.tab?.id !== undefined && isPage(from) && budget.spend(sender.tab.id) > 0)
      return note("over-budget");
    const { success, data } = REQUESTS[name].params.safeParse(paramsIn(message));
    if (!success) return note("wrong-shape");
    note("taken");
    // The table ties each handler to the parameters that were just read.
    const handle = handlers[name] as (params: unknown, sender: S) => Promise<unknown>;
    return handle(data, sender).then((answer) => answer ?? null);
  };
}

/** Whether it is a script in a web page. */
function isPage(from: SenderClass): boolean {
  return from === "top-frame" || from === "sub-frame";
}
