import type { ToCard } from "../../lib/messages/card-port.ts";

const QUERIES: unknown[] = ["id", "email", "subject"];
const STATES: unknown[] = ["found", "absent", "inconclusive", "failed"];

type Fields = Record<string, unknown>;

const isRecord = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const hasId = (value: unknown) => isRecord(value) && typeof value["id"] === "string";

const areUsers = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(hasId);

const isFailure = (value: unknown) => isRecord(value) && typeof value["why"] === "string";

function isAnswer(answer: unknown): boolean {
  if (!isRecord(answer) || !STATES.includes(answer["state"])) return false;
  const { state, users, failure } = answer;
  if (state === "failed") return isFailure(failure);
  return state !== "found" || areUsers(users);
}

/** A list of zones, each with what was found out there. */
function areOfZones(list: unknown, isRight: (entry: Fields) => boolean): boolean {
  return (
    Array.isArray(list) &&
    list.every((entry) => isRecord(entry) && hasId(entry["zone"]) && isRight(entry))
  );
}

function isElsewhereReply(reply: unknown): boolean {
  if (!isRecord(reply)) return false;
  const { state, found, failure } = reply;
  if (state === "failed") return isFailure(failure);
  if (state !== "looked") return state === "unlisted";
  return (
    isRecord(found) &&
    Number.isInteger(found["asked"]) &&
    areOfZones(found["hits"], ({ users }) => areUsers(users)) &&
    areOfZones(found["unsure"], ({ doubt }) => typeof doubt === "string") &&
    areOfZones(found["failed"], ({ failure: why }) => isFailure(why))
  );
}

function isShow({ look, query, pinned, consoleUrl }: Fields): boolean {
  return (
    Number.isInteger(look) &&
    typeof pinned === "boolean" &&
    (consoleUrl === undefined || typeof consoleUrl === "string") &&
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
    (type === "elsewhere" &&
      Number.isInteger(message["look"]) &&
      isElsewhereReply(message["reply"])) ||
    type === "clear" ||
    (type === "pinned" && typeof message["pinned"] === "boolean");
  return valid ? (message as unknown as ToCard) : undefined;
}
