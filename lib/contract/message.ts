import * as z from "zod/mini";
import type { SenderClass } from "./sender.ts";

/**
 * What one entry of the contract says: who may send a message, what it carries, and what it is answered with. Handlers,
 * the pages' proxy, the fake for tests and what content scripts may send follow from the tables by types alone.
 */
export interface Message<Shape extends z.core.$ZodLooseShape, R> {
  readonly from: readonly SenderClass[];
  /** Of all that the message carries beside its `type`; anything else in it is refused. */
  readonly params: z.ZodMiniObject<Shape, z.core.$strict>;
  readonly reply: Reply<R>;
}

declare const answeredWith: unique symbol;

/** What a message is answered with. There is nothing to check: only the background answers. */
export interface Reply<R> {
  /** For the compiler; nobody sets it. */
  readonly [answeredWith]?: () => R;
}

export function reply<R>(): Reply<R> {
  return {};
}

/** @returns a function that makes entries for messages of these senders */
export function sentBy(...from: readonly [SenderClass, ...SenderClass[]]) {
  return <Shape extends z.core.$ZodLooseShape, R>(
    params: Shape,
    answer: Reply<R>,
  ): Message<Shape, R> => ({ from, params: z.strictObject(params), reply: answer });
}

/** What a schema of parameters lets through; zod gives an index signature for those that carry nothing. */
export type Carried<S extends z.core.$ZodType> = string extends keyof z.output<S>
  ? Record<never, never>
  : z.output<S>;

/** What a message of this entry carries. */
export type ParamsOf<M> = M extends { readonly params: infer P extends z.core.$ZodType }
  ? Carried<P>
  : never;

/** What a message of this entry is answered with. */
export type ReplyOf<M> = M extends { readonly reply: Reply<infer R> } ? R : never;
