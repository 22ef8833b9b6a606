import type { TabBudget } from "../tab-budget.ts";
import { nameIn, paramsIn } from "./envelope.ts";
import type { MessageOutcome } from "./message-outcome.ts";
import { type Handlers, REQUESTS, type RequestName } from "./requests.ts";
import { classify, type Sender, type SenderClass } from "./sender.ts";

/** A note that a message has arrived, without its content. */
export interface MessageNote {
  name: RequestName | "unknown";
  from: SenderClass;
  outcome: MessageOutcome;
  /** Its tab belongs to a private window. */
  isPrivate: boolean;
}

/**
 * Creates the only listener for messages to the background: it checks sender and shape, then passes the message to its
 * handler.
 *
 * @param budget limits what pages can send
 * @param onMessage called for each message, for the debug log
 * @returns a function that returns the reply, or undefined for a message that is refused. The reply itself is null
 *   rather than undefined, which is what the sender gets if the worker stops before it has replied.
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
    // The table connects each handler with the parameters that were just parsed.
    const handle = handlers[name] as (params: unknown, sender: S) => Promise<unknown>;
    return handle(data, sender).then((answer) => answer ?? null);
  };
}

/** Whether it is a script in a web page. */
function isPage(from: SenderClass): boolean {
  return from === "top-frame" || from === "sub-frame";
}
