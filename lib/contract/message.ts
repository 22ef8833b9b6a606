import * as z from "zod/mini";
import type { SenderClass } from "./sender.ts";

/**
 * One entry of the contract: who can send a message, its parameters, and its reply. The types of handlers, of the
 * pages' proxy, of the fake for tests and of what content scripts can send all follow from the tables.
 */
export interface Message<Shape extends z.core.$ZodLooseShape, R> {
  readonly from: readonly SenderClass[];
  /** Everything in the message except its `type`; anything else is refused. */
  readonly params: z.ZodMiniObject<Shape, z.core.$strict>;
  readonly reply: Reply<R>;
}

declare const answeredWith: unique symbol;

/** The reply to a message. It isn't validated, because only the background replies. */
export interface Reply<R> {
  /** For the compiler; never set. */
  readonly [answeredWith]?: () => R;
}

export function reply<R>(): Reply<R> {
  return {};
}

/** @returns a function that creates entries for messages from these senders */
export function sentBy(...from: readonly [SenderClass, ...SenderClass[]]) {
  return <Shape extends z.core.$ZodLooseShape, R>(
    params: Shape,
    answer: Reply<R>,
  ): Message<Shape, R> => ({ from, params: z.strictObject(params), reply: answer });
}

/** What a schema of parameters accepts; for messages without parameters, zod returns an index signature. */
export type Carried<S extends z.core.$ZodType> = string extends keyof z.output<S>
  ? Record<never, never>
  : z.output<S>;

/** The parameters of a message. */
export type ParamsOf<M> = M extends { readonly params: infer P extends z.core.$ZodType }
  ? Carried<P>
  : never;

/** The reply to a message. */
export type ReplyOf<M> = M extends { readonly reply: Reply<infer R> } ? R : never;
