/** The form of every message: its name as `type`, next to its parameters. */
export type Envelope<Name extends PropertyKey, Params> = { type: Name } & Params;

/** The messages of a table, where `Params` maps names to parameters. */
export type Envelopes<Params> = { [N in keyof Params]: Envelope<N, Params[N]> }[keyof Params];

/** The name of a message. @returns undefined if it has none that is in the table */
export function nameIn<Table extends object>(
  table: Table,
  message: unknown,
): (keyof Table & string) | undefined {
  const type = (message as { type?: unknown } | null | undefined)?.type;
  return typeof type === "string" && Object.hasOwn(table, type)
    ? (type as keyof Table & string)
    : undefined;
}

/** The parameters of a message, without its name. */
export function paramsIn(message: unknown): object {
  const { type: _, ...params } = message as { type: unknown };
  return params;
}
