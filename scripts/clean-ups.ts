/** What a command has started and has to end, whether it finishes or is interrupted. */
export interface CleanUps {
  /** The step added last runs first. */
  add(step: () => unknown): void;
  run(): Promise<void>;
}

/** Exit codes by which a shell recognizes the signal that ended a program. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Steps that also run on Ctrl-C and similar signals. A browser must be launched with `OWN_SIGNALS` for that. */
export function cleanUpsOnSignals(): CleanUps {
  const steps: (() => unknown)[] = [];
  const run = async () => {
    for (const step of steps.splice(0).reverse()) await step();
  };
  for (const [signal, code] of Object.entries(EXIT_CODES))
    process.once(signal, () => void run().finally(() => process.exit(code)));
  return { add: (step) => void steps.push(step), run };
}

/** Keeps Playwright from ending this process on a signal once the browser is closed. */
export const OWN_SIGNALS = {
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
} as const;
