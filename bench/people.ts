import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";

/** The fields of a user by which they can be looked up. */
export interface Listed {
  id: string;
  email: string;
}

interface Reply {
  items: Listed[];
  pagination: { after_cursor: string | null };
}

/** The API's URL for the users in the sandbox's main zone. */
export const usersAt = (url: string) => `${url}/zones/${ACME.id}/users`;

export const AUTHORIZED = { headers: { Authorization: `Bearer ${API_KEYS.full}` } };

/** Number of people on the first page of the list: the sandbox's named people, some without an address. */
const NAMED = 100;

/** Ordinary people in the sandbox's main zone, read from its list, in order of `created_at`. */
export async function listPeople(url: string, count: number): Promise<Listed[]> {
  const people: Listed[] = [];
  let cursor = "";
  while (people.length < NAMED + count) {
    const response = await fetch(`${usersAt(url)}?limit=100${cursor}`, AUTHORIZED);
    const { items, pagination } = (await response.json()) as Reply;
    people.push(...items);
    if (pagination.after_cursor === null) break;
    cursor = `&after=${pagination.after_cursor}`;
  }
  return people.slice(NAMED, NAMED + count);
}
