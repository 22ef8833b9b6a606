import { AUTHORIZED, usersAt } from "./people.ts";

/** Maximum number of simultaneous requests of a browser to one HTTP/1.1 server. */
export const AT_ONCE = 6;

/**
 * What a script with the SDK does: one `retrieve` for each ID, with no rate limit, validation or retries.
 *
 * @returns the number of replies about the requested user
 */
export async function askNaively(url: string, ids: readonly string[]): Promise<number> {
  const waiting = ids.values();
  let right = 0;
  async function work(): Promise<void> {
    for (const id of waiting) {
      const response = await fetch(`${usersAt(url)}/${id}`, AUTHORIZED);
      const user = (await response.json()) as { id?: string };
      if (user.id === id) right += 1;
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return right;
}
