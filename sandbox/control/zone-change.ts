/** What the control interface can change of a zone's dialect, and how it reports it. */
import { z } from "zod";
import { type Dialect, dialectOf, GENERATIONS } from "../generations.ts";
import type { Zone, ZoneManner } from "../state.ts";

export const zoneChangeSchema = z
  .strictObject({
    generation: z.enum(GENERATIONS).optional(),
    strict: z.boolean().optional(),
    /**
     * `false`: like a legacy zone; "email": like one that applies `filter[email]`; `true`: like one of today or before.
     */
    filtering: z.union([z.boolean(), z.literal("email")]).optional(),
    retrieveExpands: z.union([z.boolean(), z.literal("groups")]).optional(),
  })
  .refine(({ generation, filtering }) => generation === undefined || filtering === undefined, {
    path: ["filtering"],
    message: "is said by generation already",
  });

type ZoneChange = z.infer<typeof zoneChangeSchema>;

export function changeZone(zone: Zone, change: ZoneChange): void {
  zone.dialect = dialectAfter(zone, change);
  zone.retrieveExpands = change.retrieveExpands ?? zone.retrieveExpands;
}

/** The zone's current dialect; `filtering` is `true`, `false` or "email", as set. */
export function mannerOf({ dialect, retrieveExpands }: ZoneManner) {
  const { generation } = dialect;
  const isLegacy = dialect.generation === "legacy";
  return {
    generation,
    strict: !isLegacy && dialect.strict,
    filtering: !isLegacy || (dialect.applies === "email" ? "email" : false),
    retrieveExpands,
  };
}

function dialectAfter(zone: Zone, { generation, strict, filtering }: ZoneChange): Dialect {
  if (generation !== undefined) return dialectOf(generation, strict);
  if (filtering === false) return dialectOf("legacy");
  if (filtering === "email") return { generation: "legacy", applies: "email", beside: "spring" };
  const { dialect } = filtering === true ? zone.atStart : zone;
  if (filtering === true && dialect.generation === "legacy") return dialectOf("documented", strict);
  return strict === undefined ? dialect : dialectOf(dialect.generation, strict);
}
