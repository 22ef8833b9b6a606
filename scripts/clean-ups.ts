/** What a command has started and has to end, whether it comes to its end or is told to. */
export interface CleanUps {
  /** The step added last is taken first. */
  add(step: () => unknown): void;
  run(): Promise<void>;
}

/** Exit codes by which a shell knows which signal has ended a program. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Steps that are taken on Ctrl-C and the like too. A browser must be launched with `OWN_SIGNALS` for that. */
export function cleanUpsOnSignals(): CleanUps {
  const steps: (() => unknown)[] = [];
  const run = async () => {
    for (const step of steps.splice(0).reverse()) await step();
  };
  for (const [signal, code] of Object.entries(EXIT_CODES))
    process.once(signal, () => void run().finally(() => process.exit(code)));
  return { add: (step) => void steps.push(step), run };
}

/** Keeps Playwright from ending this process on a signal, as soon as the browser is closed. */
export const OWN_SIGNALS = {
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
} as const;
