/** How every message goes over a line: its name as `type`, and beside it what it carries. */
export type Envelope<Name extends PropertyKey, Params> = { type: Name } & Params;

/** The message that a table's entry stands for, each with what it carries; `Params` maps names to that. */
export type Envelopes<Params> = { [N in keyof Params]: Envelope<N, Params[N]> }[keyof Params];

/** The name of a message. @returns undefined when it has none that stands in the table */
export function nameIn<Table extends object>(
  table: Table,
  message: unknown,
): (keyof Table & string) | undefined {
  const type = (message as { type?: unknown } | null | undefined)?.type;
  return typeof type === "string" && Object.hasOwn(table, type)
    ? (type as keyof Table & string)
    : undefined;
}

/** What a message carries beside its name. */
export function paramsIn(message: unknown): object {
  const { type: _, ...params } = message as { type: unknown };
  return params;
}
