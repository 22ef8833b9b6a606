/** Cursors: opaque to clients; they contain a list's name and the number of one of its items. */
import { badRequest } from "./problem.ts";

const CURSOR_MAX_CHARS = 255;

/** @param list What the numbers count, such as a zone's ID: another list rejects the cursor. */
export function writeCursor(list: string, item: number): string {
  return Buffer.from(`${list}:${item}`).toString("base64url");
}

/** The number in the cursor parameter `after` or `before`, or `undefined` if it is absent. */
export function readCursor(
  query: URLSearchParams,
  name: "after" | "before",
  list: string,
): number | undefined {
  const cursor = query.get(name);
  if (cursor === null) return undefined;
  if (cursor.length < 1 || cursor.length > CURSOR_MAX_CHARS) {
    throw badRequest(`${name} must have 1 to ${CURSOR_MAX_CHARS} characters`);
  }
  const item = Number(/:(\d{1,10})$/.exec(Buffer.from(cursor, "base64url").toString())?.[1]);
  if (writeCursor(list, item) !== cursor) throw badRequest(`${name} is not a cursor of this list`);
  return item;
}
