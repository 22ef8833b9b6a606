import type { TabBudget } from "../tab-budget.ts";
import { REQUESTS, type RequestName, type RequestOf } from "./requests.ts";
import { classify, type Sender, type SenderClass } from "./sender.ts";

/** Answers to each message of REQUESTS. */
export type Handlers<S extends Sender> = {
  [N in RequestName]: (message: RequestOf<N>, sender: S) => Promise<unknown>;
};

/**
 * Makes the one listener for messages to the background: checks sender and shape, then hands the message to its
 * handler.
 *
 * @param budget of what pages may send
 * @returns a function that gives the answer, or undefined for a message that is refused. The answer itself is null
 *   rather than undefined, which is what the asking side gets when the worker stops before it has answered.
 */
export function createRouter<S extends Sender>(
  handlers: Handlers<S>,
  extension: { id: string; baseUrl: string },
  budget: Pick<TabBudget, "spend">,
): (message: unknown, sender: S) => Promise<unknown> | undefined {
  return (message, sender) => {
    const name = nameOf(message);
    const from = classify(sender, extension);
    if (name === undefined || !REQUESTS[name].from.includes(from)) return undefined;
    if (sender.tab?.id !== undefined && isPage(from) && budget.spend(sender.tab.id) > 0)
      return undefined;
    const { success, data } = REQUESTS[name].schema.safeParse(message);
    if (!success) return undefined;
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
