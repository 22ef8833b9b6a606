import { LRUCache } from "lru-cache";
import type { FailureReason } from "../failure-reason.ts";
import type { NamedKind } from "../keycard/index.ts";
import type { BelongingsParts } from "./belongings.ts";
import { toFailure } from "./failure.ts";

/** Names of applications, resources and providers that are kept in memory. */
const NAMES_KEPT = 500;

/** A provider, application or resource by its ID. */
export interface Thing {
  kind: NamedKind;
  id: string;
}

/** What a thing is called; without a name, `why` says why there is none, or the API has none for it. */
export interface ThingName extends Thing {
  name?: string;
  why?: FailureReason;
}

export interface Names {
  /** @param isPrivate asked for from a private window: nothing of it is kept */
  of(things: readonly Thing[], isPrivate: boolean): Promise<ThingName[]>;
}

/** Names of what sessions and grants point to, kept in memory for as long as the worker lives. */
export function createNames({ client, zone, traffic, now }: BelongingsParts): Names {
  const kept = new LRUCache<string, ThingName>({ max: NAMES_KEPT });

  const asking = new Map<string, Promise<ThingName>>();

  /** Two who ask at the same time share one request. */
  function askOnce(key: string, thing: Thing): Promise<ThingName> {
    const running = asking.get(key) ?? ask(thing).finally(() => asking.delete(key));
    asking.set(key, running);
    return running;
  }

  async function ask({ kind, id }: Thing): Promise<ThingName> {
    const reply = await traffic.run(() => client.retrieveNamed(zone, kind, id), {
      priority: "bulk",
    });
    if (!reply.ok) return { kind, id, why: toFailure(reply.error, now()).why };
    const name = reply.value.name ?? reply.value.identifier;
    return { kind, id, ...(name !== undefined && { name }) };
  }

  return {
    of: (things, isPrivate) =>
      Promise.all(
        things.map(async (thing) => {
          const key = `${thing.kind} ${thing.id}`;
          const known = kept.get(key);
          if (known) return known;
          const named = await askOnce(key, thing);
          if (named.why === undefined && !isPrivate) kept.set(key, named);
          return named;
        }),
      ),
  };
}
