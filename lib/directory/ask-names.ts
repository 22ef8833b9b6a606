import { countsMore, type Named, type Page, type Result, zoneId } from "../keycard/index.ts";
import type { NamedKind } from "../named-kinds.ts";
import type { ZoneRef } from "./answer.ts";
import type { BelongingsParts } from "./belongings.ts";
import { toFailure } from "./failure.ts";
import type { Thing, ThingKind, ThingName } from "./thing.ts";
import { thingKey } from "./thing-key.ts";
import type { CallError } from "./traffic/traffic.ts";

export interface NamesParts extends BelongingsParts {
  /** The zones that the key can read, as of their last listing; sends no request. */
  listedZones: () => readonly ZoneRef[];
}

/**
 * Requests the names of things of one kind, up to IDS_PER_REQUEST, with a lower priority than anything a person waits
 * for.
 *
 * @returns these names, and any others in the reply; a thing without a name has the reason
 */
export type AskNames = (kind: ThingKind, things: readonly Thing[]) => Promise<ThingName[]>;

export function createAskNames(parts: NamesParts): AskNames {
  const { client, zone, traffic, now, listedZones } = parts;

  /** Kinds whose list in this zone doesn't support `filter[id]`: they are requested one by one from then on. */
  const unfiltered = new Set<NamedKind>();

  const run = <T>(call: () => Promise<Result<T>>) => traffic.run(call, { priority: "bulk" });

  function failed(things: readonly Thing[], error: CallError): ThingName[] {
    const { why } = toFailure(error, now());
    return things.map(({ kind, id }) => ({ kind, id, why }));
  }

  async function askOne(thing: Thing): Promise<ThingName> {
    const { kind, id } = thing;
    const reply = await run<Pick<Named, "id" | "name">>(() =>
      kind === "zones" ? client.retrieveZone(zoneId(id)) : client.retrieveNamed(zone, kind, id),
    );
    return reply.ok ? nameOf(kind, reply.value) : (failed([thing], reply.error)[0] ?? gone(thing));
  }

  const askEach = (things: readonly Thing[]) => Promise.all(things.map(askOne));

  async function askTogether(kind: NamedKind, things: readonly Thing[]): Promise<ThingName[]> {
    if (things.length === 1 || unfiltered.has(kind)) return askEach(things);
    const ids = things.map(({ id }) => id);
    const reply = await run(() => client.listNamed(zone, kind, ids));
    if (!reply.ok) {
      if (!isNotTaken(reply.error)) return failed(things, reply.error);
      unfiltered.add(kind);
      return askEach(things);
    }
    const { items } = reply.value;
    const isFiltered = items.every(({ id }) => ids.includes(id));
    if (!isFiltered) unfiltered.add(kind);
    // An empty list doesn't show whether it was filtered.
    return rest(kind, things, reply.value, isFiltered && items.length > 0);
  }

  async function askRoles(things: readonly Thing[]): Promise<ThingName[]> {
    const reply = await run(() => client.listNamed(zone, "roles", "all"));
    return reply.ok ? rest("roles", things, reply.value, true) : failed(things, reply.error);
  }

  async function askZones(things: readonly Thing[]): Promise<ThingName[]> {
    const listed = listedZones().map((one) => nameOf("zones", one));
    return [...listed, ...(await askEach(without(things, listed)))];
  }

  /** @param isProof whether anything missing from such a list doesn't exist, provided that the list is complete */
  async function rest(
    kind: NamedKind,
    things: readonly Thing[],
    page: Page<Named>,
    isProof: boolean,
  ): Promise<ThingName[]> {
    const { items, unread, after } = page;
    const come = items.map((item) => nameOf(kind, item));
    const missing = without(things, come);
    const isWhole = unread === 0 && after === undefined && !countsMore(page, items.length);
    const isAll = isProof && isWhole;
    return [...come, ...(isAll ? missing.map(gone) : await askEach(missing))];
  }

  return (kind, things) => {
    if (kind === "zones") return askZones(things);
    return kind === "roles" ? askRoles(things) : askTogether(kind, things);
  };
}

/** A 400: the parameter is unknown. A 404: there is no such list. */
function isNotTaken({ why }: CallError): boolean {
  return why === "badRequest" || why === "notFound";
}

function nameOf(
  kind: ThingKind,
  { id, name, identifier, description }: Partial<Named> & Pick<Named, "id">,
): ThingName {
  const called = name ?? identifier;
  return {
    kind,
    id,
    ...(called !== undefined && { name: called }),
    ...(description !== undefined && { description }),
  };
}

/** The same as for a 404. */
export function gone({ kind, id }: Thing): ThingName {
  return { kind, id, why: "zoneNotFound" };
}

function without(things: readonly Thing[], come: readonly Thing[]): Thing[] {
  const there = new Set(come.map(thingKey));
  return things.filter((thing) => !there.has(thingKey(thing)));
}
