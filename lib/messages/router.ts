import type { TabBudget } from "../tab-budget.ts";
import { REQUESTS, type RequestName, type RequestOf } from "./requests.ts";
import { classify, type Sender, type SenderClass } from "./sender.ts";

/** Answers to each message of REQUESTS. */
export type Handlers<S extends Sender> = {
  [N in RequestName]: (message: RequestOf<N>, sender: S) => Promise<unknown>;
};

/** What becomes of a message: it is handed on, or refused for this reason. */
export const MESSAGE_OUTCOMES = [
  "taken",
  "unknown-name",
  "wrong-sender",
  "over-budget",
  "wrong-shape",
] as const;

/** That a message has come, and nothing that it says. */
export interface MessageNote {
  name: RequestName | "unknown";
  from: SenderClass;
  outcome: (typeof MESSAGE_OUTCOMES)[number];
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
    const name = nameOf(message);
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
    const { success, data } = REQUESTS[name].schema.safeParse(message);
    if (!success) return note("wrong-shape");
    note("taken");
    const handler = handlers[name] as (message: unknown, sender: S) => Promise<unknown>;
    return handler(data, sender).then((answer) => answer ?? null);
  };
}

/** Whether it is a script in a web page. */
function isPage(from: SenderClass): boolean {
  return from === "top-frame" || from === "sub-frame";
}

function nameOf(message: unknown): RequestName | undefined {
  const type =
    typeof message === "object" && message !== null && "type" in message ? message.type : undefined;
  return typeof type === "string" && Object.hasOwn(REQUESTS, type)
    ? (type as RequestName)
    : undefined;
}
