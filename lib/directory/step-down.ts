import { ASKS, type Ask, type Result, stepsDown, type UserCall } from "../keycard/index.ts";
import { isWithin } from "../moments.ts";
import { untilAborted } from "../until-aborted.ts";
import { ASKED, type Keeping } from "./keeping.ts";
import type { Priority } from "./traffic/token-bucket.ts";
import type { AskOptions } from "./traffic/traffic.ts";

/** How long to remember what a zone supports, ms: as long as what its list does with parameters. */
export const ASKED_MEMORY_MS = 10 * 60_000;

/**
 * Makes a call that asks for the most that the zone supports: the newest parameters first, and after a 400 one step
 * less, until the reply is something else. The step that worked is remembered, so a stricter deployment costs one more
 * request per step and zone, and none per lookup. Callers that arrive while the steps are tried wait for the result;
 * but a person doesn't wait for a list.
 *
 * @returns the 400 if even the plainest call got it, because then it wasn't about the parameters; likewise at once if
 * the same call has worked before, unless `fresh`: when someone insists, the zone may have been rolled back
 */
export type StepDown = <T>(
  kind: UserCall,
  call: (ask: Ask) => Promise<Result<T>>,
  options: AskOptions,
) => Promise<Result<T>>;

/** How much a zone supports of one kind of call. */
interface Step {
  ask: Ask;
  /** Whether a user was returned. A 404 can come from an API that hasn't checked the parameters. */
  isSure: boolean;
  /** ms since the epoch */
  learnedAt: number;
}

type Steps = Partial<Record<UserCall, Step>>;

/**
 * A step says nothing about anyone, so it is kept even if no answers can be. A step from a private window isn't stored.
 */
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
  /** The trials in progress; they never reject. */
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
    // A step that isn't stored costs a few more requests after the worker has stopped, nothing else.
    if (!life.aborted && !isPrivate) await area.set({ [key]: all }).catch(() => undefined);
  }

  /** What is known about a call, and the newest level worth trying: `retrieve` doesn't report more than the list. */
  async function recallStart(kind: UserCall): Promise<{ known: Step | undefined; first: Ask }> {
    const list = await recall("list");
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
      void done.then(() => trying[priority].delete(kind));
      return outcome;
    }

    let { known, first } = await recallStart(kind);
    // Waits once: if the trial learns nothing, for example from an ID that no zone accepts, each caller continues by
    // itself.
    const running = known ? undefined : trial(kind, priority);
    if (running !== undefined) {
      // A caller that leaves meanwhile is told by the call itself.
      await untilAborted(running, noMatter, signal);
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

/** Whether it is a 400 of the API, rather than a call that wasn't sent at all. */
function isRefusal<T>(reply: Result<T>): boolean {
  return !reply.ok && reply.error.why === "badRequest" && "status" in reply.error;
}
