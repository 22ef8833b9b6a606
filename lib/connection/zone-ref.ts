import type { ZoneRef } from "../directory/answer.ts";

/** What pages need to name a zone by, of a zone as the API or the settings hold it. */
export function zoneRef(zone: {
  id: string;
  name?: string | undefined;
  slug?: string | undefined;
}): ZoneRef {
  const { id, name, slug } = zone;
  return { id, ...(name !== undefined && { name }), ...(slug !== undefined && { slug }) };
}
