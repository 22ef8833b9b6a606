import type { Sandbox } from "../harness/sandbox-control.ts";
import type { Hand, JobsDriver } from "./hand.ts";

/** Something that a support agent wants to know or do, sixty tickets a day. */
export interface Job {
  letter: string;
  /** What the agent asks. */
  asks: string;
  /** The way that is measured, in a few words. */
  how: string;
  /** The most clicks that it may cost. */
  target: number;
  /** A browser that may not read the ticket's site yet, or whose person goes on to the admin console. */
  needs?: "site-off" | "console";
  /**
   * Does the job, and checks what the agent sees at its end.
   *
   * @param browser for what is there before the job begins @param hand does the job
   */
  run(browser: JobsDriver, hand: Hand, sandbox: Sandbox): Promise<void>;
}
