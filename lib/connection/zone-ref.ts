import type { ZoneRef } from "../directory/answer.ts";

/** What pages need to name a zone, from a zone of the API or the settings. */
export function zoneRef(zone: {
  id: string;
  name?: string | undefined;
  slug?: string | undefined;
}): ZoneRef {
  const { id, name, slug } = zone;
  return { id, ...(name !== undefined && { name }), ...(slug !== undefined && { slug }) };
}
