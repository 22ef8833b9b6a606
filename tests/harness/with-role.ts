import { API_KEYS } from "../../sandbox/credentials.ts";
import { ACME } from "../../sandbox/zones.ts";

/**
 * IDs of Acme's users who have a role directly, according to the API itself; fewer than a page. @param url of the
 * sandbox
 */
export async function withRole(url: string, role: string): Promise<string[]> {
  const query = new URLSearchParams({
    "filter[role]": role,
    "expand[]": "total_count",
    limit: "100",
  });
  const headers = { Authorization: `Bearer ${API_KEYS.full}` };
  const reply = await fetch(`${url}/zones/${ACME.id}/users?${query}`, { headers });
  const { items } = (await reply.json()) as { items: { id: string }[] };
  return items.map(({ id }) => id);
}
