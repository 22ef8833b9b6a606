import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A running sandbox: the Keycard API in memory and the sample tickets, in its own process. */
export interface SandboxProcess {
  /** Such as `http://127.0.0.1:41234`. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts the sandbox with the README's command.
 *
 * @param args as for `npm run sandbox --`
 * @throws Error with its output if it ends before it listens
 */
export async function startSandboxProcess(args: string[] = []): Promise<SandboxProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "sandbox/main.ts", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.on("line", (line) => {
      const listening = /^listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
      if (listening) resolve(listening);
    });
    child.once("exit", (code) =>
      reject(new Error(`The sandbox ended with ${code} before it listened.`)),
    );
  });
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
