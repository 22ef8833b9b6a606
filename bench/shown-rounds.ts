import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";
import type { Sandbox } from "../tests/harness/sandbox-control.ts";

/** What measuring how soon a card shows its answer has in common in both browsers. */

export const WARM_UPS = 2;
export const ROUNDS = 20;

/** Delay added to each API reply, ms. */
const LATENCIES = [0, 50];

export const FRAME_MS = 1_000 / 60;

/** What is recorded in the documents: times in ms since the epoch. */
declare global {
  var restedAt: number;
  var revealed: Promise<number>;
  /** By the e-mail address that the answer is about: when it last appeared in the card. */
  var answeredAt: Record<string, number>;
}

/** What the browsers do differently. */
interface Looking<Page, Shown> {
  /** Opens a ticket in a new tab. */
  ticket(): Promise<Page>;
  /** Hovers an address until its answer appears. */
  look(page: Page, email: string): Promise<Shown>;
}

/** Looks at answers that are requested and that are cached. @returns the results of each kind's rounds, by its name */
export async function looks<Page extends { close(): Promise<void> }, Shown>(
  sandbox: Sandbox,
  { ticket, look }: Looking<Page, Shown>,
): Promise<[name: string, shown: Shown[]][]> {
  const emails = await someEmails(sandbox.url);
  const all: [string, Shown[]][] = [];
  for (const latency of LATENCIES) {
    await sandbox.latency(latency);
    const requested = await rounds(async () => {
      const page = await ticket();
      await look(page, emails.first());
      const shown = await look(page, emails.next());
      await page.close();
      return shown;
    });
    all.push([`requested, ${latency} ms added by the API`, requested]);
  }
  await sandbox.latency(0);
  const page = await ticket();
  all.push(["cached", await rounds(() => look(page, emails.first()))]);
  const first = await rounds(async () => {
    const fresh = await ticket();
    const shown = await look(fresh, emails.first());
    await fresh.close();
    return shown;
  });
  all.push(["cached, first card of its page", first]);
  return all;
}

/** The results of all rounds but the first ones. */
async function rounds<Shown>(run: () => Promise<Shown>): Promise<Shown[]> {
  const all: Shown[] = [];
  for (let round = 0; round < WARM_UPS + ROUNDS; round++) all.push(await run());
  return all.slice(WARM_UPS);
}

/** Addresses that no test looks up: one to look up repeatedly, and others that are each new. */
async function someEmails(url: string) {
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
