import type { ToCard } from "../../lib/messages/card-port.ts";

const QUERIES: unknown[] = ["id", "email", "subject"];
const STATES: unknown[] = ["found", "absent", "inconclusive", "failed"];

type Fields = Record<string, unknown>;

const isRecord = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const isUser = (value: unknown) => isRecord(value) && typeof value["id"] === "string";

function isAnswer(answer: unknown): boolean {
  if (!isRecord(answer) || !STATES.includes(answer["state"])) return false;
  const { state, users, failure } = answer;
  if (state === "failed") return isRecord(failure) && typeof failure["why"] === "string";
  return state !== "found" || (Array.isArray(users) && users.length > 0 && users.every(isUser));
}

function isShow({ look, query, pinned }: Fields): boolean {
  return (
    Number.isInteger(look) &&
    typeof pinned === "boolean" &&
    isRecord(query) &&
    QUERIES.includes(query["kind"]) &&
    typeof query["value"] === "string"
  );
}

/**
 * A message of the background, checked by shape. By hand, for the card must be small: the users in it were
 * parsed with a schema by the background, the only one that can speak on this port.
 */
export function readToCard(message: unknown): ToCard | undefined {
  if (!isRecord(message)) return undefined;
  const { type } = message;
  const valid =
    (type === "show" && isShow(message)) ||
    (type === "answer" && Number.isInteger(message["look"]) && isAnswer(message["answer"])) ||
    type === "clear" ||
    (type === "pinned" && typeof message["pinned"] === "boolean");
  return valid ? (message as unknown as ToCard) : undefined;
}
