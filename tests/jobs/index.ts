import { HOVER_JOBS } from "./hover-jobs.ts";
import type { Job } from "./job.ts";
import { POPUP_JOBS } from "./popup-jobs.ts";

/** All of a support agent's jobs, a to l. */
export const JOBS: readonly Job[] = [...HOVER_JOBS, ...POPUP_JOBS].toSorted((one, other) =>
  one.letter.localeCompare(other.letter),
);
