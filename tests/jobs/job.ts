import type { Sandbox } from "../harness/sandbox-control.ts";
import type { Hand, JobsDriver } from "./hand.ts";

/** Something that a support agent wants to know or do, in sixty tickets a day. */
export interface Job {
  letter: string;
  /** The agent's question. */
  asks: string;
  /** The measured way, in a few words. */
  how: string;
  /** The maximum number of clicks. */
  target: number;
  /** A browser without access to the ticket's site, or whose user continues to the admin console. */
  needs?: "site-off" | "console";
  /**
   * Does the job, and checks what the agent sees at its end.
   *
   * @param browser sets up the state before the job @param hand does the job
   */
  run(browser: JobsDriver, hand: Hand, sandbox: Sandbox): Promise<void>;
}
