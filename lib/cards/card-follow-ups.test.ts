import { describe, expect, test } from "vitest";
import type { ToCardMessage } from "../contract/card-port.ts";
import type { Answer } from "../directory/answer.ts";
import { person } from "../directory/fake-zone.ts";
import type { ThingName } from "../directory/thing.ts";
import type { About } from "./card-state.ts";
import {
  about,
  ada,
  background,
  frame,
  grace,
  opened,
  PAGE,
  pending,
  settle,
  TAB,
} from "./fake-card.ts";

describe("names of things", () => {
  const user = person(1, {
    provider_id: "p1",
    role_assignments: [{ role_id: "r1", role_identifier: "admin" }],
  });
  const answer: Answer = { state: "found", users: [user], asOf: 0 };
  const okta: ThingName = { kind: "providers", id: "p1", name: "Okta" };
  const admin: ThingName = { kind: "roles", id: "r1", name: "admin", description: "Everything" };

  /** A card that was told about someone. */
  async function told(by: () => Promise<ThingName[]>, kept: ThingName[] = []) {
    const parts = background();
    const named: [ids: string[], zoneId: string, isPrivate: boolean][] = [];
    const reply = { by };
    parts.known.names = (things, zoneId, isPrivate) => {
      named.push([things.map(({ id }) => id), zoneId, isPrivate]);
      return reply.by();
    };
    const { card } = await opened({}, parts);
    card.heard.length = 0;
    parts.answers[0]?.(answer, kept);
    return { ...parts, card, named, reply };
  }

  test("are sent before the answer if they are known, without a request", async () => {
    const { card, named } = await told(async () => [], [okta]);
    await settle();
    expect(card.heard).toEqual([
      { type: "names", look: 1, names: [okta] },
      { type: "answer", look: 1, answer },
    ]);
    expect(named).toEqual([]);
  });

  test("are requested and sent after the answer otherwise, for what the answer refers to", async () => {
    const { card, named } = await told(async () => [okta]);
    expect(card.heard).toEqual([{ type: "answer", look: 1, answer }]);
    await settle();
    expect(card.heard.slice(1)).toEqual([{ type: "names", look: 1, names: [okta] }]);
    expect(named).toEqual([[["p1"], "zone", false]]);
  });

  test("for roles are requested at the card's second size, and are also sent to its next frame", async () => {
    const { cards, card, named, reply } = await told(async () => [okta]);
    await settle();
    reply.by = async () => [admin];
    await cards.stand(TAB, { expanded: true });
    await settle();
    expect(named.slice(1)).toEqual([[["r1"], "zone", false]]);
    expect(card.heard.at(-1)).toEqual({ type: "names", look: 1, names: [admin] });
    await cards.stand(TAB, { expanded: false });
    await cards.stand(TAB, { expanded: true });
    const next = frame(await cards.issueTicket(TAB, PAGE));
    await cards.attach(next.port);
    await cards.fill(TAB, about(ada), true);
    await settle();
    expect(next.heard.slice(1)).toEqual([
      { type: "names", look: 1, names: [okta, admin] },
      { type: "answer", look: 1, answer },
    ]);
    expect(named).toHaveLength(2);
  });

  test("aren't sent once someone else is shown, and don't affect the answer when the request fails", async () => {
    const names = pending<ThingName[]>();
    const { cards, card } = await told(() => names.promise);
    await cards.fill(TAB, about(grace), false);
    await settle();
    names.come([okta]);
    await settle();
    expect(card.heard.filter(({ type }) => type === "names")).toEqual([]);
    const broken = await told(() => Promise.reject(new Error("broken")));
    await settle();
    expect(broken.card.heard).toEqual([{ type: "answer", look: 1, answer }]);
  });

  test("aren't requested if no one was found", async () => {
    const { answers, named } = await told(async () => [okta], [okta]);
    answers[0]?.({ state: "inconclusive", doubt: "first-100-only", asOf: 0 });
    await settle();
    expect(named).toEqual([]);
  });
});

describe("what an answer lacks", () => {
  const open: Answer = { state: "found", users: [person(1)], asOf: 0 };
  const full: Answer = { ...open, users: [person(1, { role_assignments: [] })] };
  const told = (heard: ToCardMessage[]) =>
    heard.flatMap((message) => (message.type === "answer" ? [message.answer] : []));

  async function looked(standing: Partial<About> = {}) {
    const parts = await opened(standing);
    return { ...parts, told: () => told(parts.card.heard) };
  }

  test("follows as another answer to the same look", async () => {
    const { answers, completions, completed, told } = await looked({ isPrivate: true });
    const fuller = pending<Answer>();
    completed.answer = () => fuller.promise;
    answers[0]?.(open);
    await settle();
    expect(told()).toEqual([open]);
    expect(completions).toMatchObject([
      { answer: open, zoneId: "zone", depth: "glance", fresh: false, isPrivate: true },
    ]);
    fuller.come(full);
    await settle();
    expect(told()).toEqual([open, full]);
    expect(completions).toHaveLength(1);
  });

  test("is requested for the newer answer, not for an old one, and bypasses the cache on a refresh", async () => {
    const { answers, completions, card } = await looked();
    answers[0]?.({ ...open, stale: true });
    await settle();
    expect(completions).toEqual([]);
    answers[0]?.(open);
    await settle();
    card.say("refresh");
    await settle();
    answers[1]?.(open);
    await settle();
    expect(completions.map(({ fresh }) => fresh)).toEqual([false, true]);
  });

  test("is worth more requests when the details are opened", async () => {
    const { cards, answers, completions } = await looked();
    answers[0]?.(open);
    await settle();
    await cards.stand(TAB, { expanded: true });
    await cards.stand(TAB, { pinned: true });
    await cards.stand(TAB, { expanded: false });
    expect(completions.map(({ depth }) => depth)).toEqual(["glance", "detail"]);
  });

  test("isn't sent for anyone else", async () => {
    const { cards, answers, completed, told } = await looked();
    completed.answer = async () => {
      await cards.fill(TAB, about(grace), false);
      return full;
    };
    answers[0]?.(open);
    await settle();
    expect(told()).toEqual([open]);
  });

  test("stays open if nothing is added", async () => {
    const { answers, completed, told } = await looked();
    completed.answer = () => Promise.reject(new Error("broken"));
    answers[0]?.(open);
    await settle();
    expect(told()).toEqual([open]);
  });
});
