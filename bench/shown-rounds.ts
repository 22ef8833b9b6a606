import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";

/** What measuring how soon a card shows its answer has in common in both browsers. */

export const WARM_UPS = 2;
export const ROUNDS = 20;

/** Delay added to each API reply, ms. */
export const LATENCIES = [0, 50];

export const FRAME_MS = 1_000 / 60;

/** What is recorded in the documents: times in ms since the epoch. */
declare global {
  var restedAt: number;
  var revealed: Promise<number>;
  /** By the e-mail address that the answer is about: when it last appeared in the card. */
  var answeredAt: Record<string, number>;
}

/** The results of all rounds but the first ones. */
export async function rounds<Shown>(run: () => Promise<Shown>): Promise<Shown[]> {
  const all: Shown[] = [];
  for (let round = 0; round < WARM_UPS + ROUNDS; round++) all.push(await run());
  return all.slice(WARM_UPS);
}

/** Addresses that no test looks up: one to look up repeatedly, and others that are each new. */
export async function someEmails(url: string) {
  const headers = { Authorization: `Bearer ${API_KEYS.full}` };
  const reply = await fetch(`${url}/zones/${ACME.id}/users?limit=100`, { headers });
  const { items } = (await reply.json()) as { items: { email?: string }[] };
  const [first = "", ...others] = items.flatMap(({ email }) =>
    email && /^[\w.-]+@[\w.-]+$/.test(email) ? [email] : [],
  );
  return {
    first: () => first,
    next() {
      const email = others.pop();
      if (!email) throw new Error("The sandbox has too few people for so many rounds.");
      return email;
    },
  };
}
