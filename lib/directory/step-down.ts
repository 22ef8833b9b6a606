import { ASKS, type Ask, type Result, stepsDown, type UserCall } from "../keycard/index.ts";
import { isWithin } from "../moments.ts";
import { orLeft } from "../or-left.ts";
import { ASKED, type Keeping } from "./keeping.ts";
import type { Priority } from "./traffic/token-bucket.ts";
import type { AskOptions } from "./traffic/traffic.ts";

/** How long it is believed how much a zone understands, ms: as long as what its list does with parameters. */
export const ASKED_MEMORY_MS = 10 * 60_000;

/**
 * Makes a call that asks for the most that the zone understands: the newest first, and on a 400 one step less, until
 * something else comes back. The step that worked is remembered, so that a stricter deployment costs one request more
 * for each step and zone, and none for a look-up. Those who come while the steps are tried wait for the outcome; but a
 * person does not wait for a list.
 *
 * @returns the 400 when even the plainest call got it, for then it was not about what was asked; likewise at once where
 *   the same call has worked before, unless `fresh`: a person who insists may be met by a zone that was set back
 */
export type StepDown = <T>(
  kind: UserCall,
  call: (ask: Ask) => Promise<Result<T>>,
  options: AskOptions,
) => Promise<Result<T>>;

/** How much a zone understands of one kind of call. */
interface Step {
  ask: Ask;
  /** A user came back. A 404 may be said by an API that has not looked at the parameters yet. */
  isSure: boolean;
  /** ms since the epoch */
  learnedAt: number;
}

type Steps = Partial<Record<UserCall, Step>>;

/** A step says nothing of anybody: it is kept also where no answer may be. That of a private window is not stored. */
export function createStepDown({
  area,
  scope,
  now,
  life,
}: Pick<Keeping, "area" | "scope" | "now" | "life">): StepDown {
  const key = ASKED + scope;
  const steps: Promise<Steps> = area.get(key).then(
    (stored) => ({ ...(stored[key] as Steps | undefined) }),
    () => ({}),
  );
  /** The steps are being tried just now; never rejects. */
  const trying: Record<Priority, Map<UserCall, Promise<unknown>>> = {
    person: new Map(),
    bulk: new Map(),
  };

  async function recall(kind: UserCall): Promise<Step | undefined> {
    const step = (await steps)[kind];
    return step && isWithin(step.learnedAt, ASKED_MEMORY_MS, now()) ? step : undefined;
  }

  /** The trial that a call of this priority waits for. */
  function trial(kind: UserCall, priority: Priority): Promise<unknown> | undefined {
    const ofPerson = trying.person.get(kind);
    return priority === "person" ? ofPerson : (ofPerson ?? trying.bulk.get(kind));
  }

  async function learn(
    kind: UserCall,
    { ask, isSure, isPrivate }: Omit<Step, "learnedAt"> & { isPrivate: boolean },
  ): Promise<void> {
    const known = await recall(kind);
    if (known?.ask === ask && (known.isSure || !isSure)) return;
    const all = await steps;
    all[kind] = { ask, isSure, learnedAt: now() };
    // What is not stored costs some requests more when the worker has died, nothing else.
    if (!life.aborted && !isPrivate) await area.set({ [key]: all }).catch(() => undefined);
  }

  /** What is known of a call, and the newest that is worth asking for: one user is not told more than a list. */
  async function recallStart(kind: UserCall): Promise<{ known: Step | undefined; first: Ask }> {
    const list = kind === "retrieve" ? await recall("list") : undefined;
    return { known: await recall(kind), first: list?.ask ?? ASKS[0] };
  }

  return async (kind, call, { signal, fresh, priority, isPrivate }) => {
    /** Makes the call, and learns from it. */
    async function make(ask: Ask) {
      const reply = await call(ask);
      const isAbsent = kind === "retrieve" && !reply.ok && reply.error.why === "notFound";
      if (reply.ok || isAbsent) await learn(kind, { ask, isSure: reply.ok, isPrivate });
      return reply;
    }

    async function tryFrom(first: Ask) {
      let reply = await make(first);
      for (const ask of stepsDown(kind, first).slice(1)) {
        if (!isRefusal(reply)) break;
        reply = await make(ask);
      }
      return reply;
    }

    function tryForAll(first: Ask) {
      const outcome = tryFrom(first);
      const done = outcome.then(noMatter, noMatter);
      trying[priority].set(kind, done);
      void done.then(() => {
        if (trying[priority].get(kind) === done) trying[priority].delete(kind);
      });
      return outcome;
    }

    let { known, first } = await recallStart(kind);
    // Waited for once: where nothing comes of it, such as for an ID that no zone takes, all go on by themselves.
    const running = known ? undefined : trial(kind, priority);
    if (running !== undefined) {
      // Who leaves meanwhile is told so by the call itself.
      await orLeft(running, noMatter, signal);
      ({ known, first } = await recallStart(kind));
    }
    if (!known) return running === undefined ? tryForAll(first) : tryFrom(first);
    const reply = await make(known.ask);
    const next = stepsDown(kind, known.ask)[1];
    if (!isRefusal(reply) || next === undefined || (known.isSure && !fresh)) return reply;
    return tryFrom(next);
  };
}

const noMatter = () => undefined;

/** A 400 of the API, rather than a call that was not even sent. */
function isRefusal<T>(reply: Result<T>): boolean {
  return !reply.ok && reply.error.why === "badRequest" && "status" in reply.error;
}
