import * as z from "zod/mini";
import { zoneId } from "./ids.ts";
import { idText, record, reported, text } from "./reported.ts";

/** A zone, by its wire names. Keycard API notes, section 5. */
export const zone = record({
  id: z.pipe(idText, z.transform(zoneId)),
  name: reported(text),
  slug: reported(text),
  organization_id: reported(text),
  description: reported(text),
});

export type Zone = z.output<typeof zone>;
