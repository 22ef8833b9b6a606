import type { Thing } from "./thing.ts";

/** The same for the same thing. */
export function thingKey({ kind, id }: Thing): string {
  return `${kind} ${id}`;
}
