import type { Thing } from "./thing.ts";

/** A key that is equal for equal things. */
export function thingKey({ kind, id }: Thing): string {
  return `${kind} ${id}`;
}
