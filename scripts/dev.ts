import { parseArgs } from "node:util";
import { createServer } from "wxt";
import { endWithNpm } from "../sandbox/end-with-npm.ts";
import { hasDisplay } from "../tests/harness/display.ts";
import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { ensureChromium } from "./chromium.ts";
import { cleanUpsOnSignals } from "./clean-ups.ts";
import { devBrowser } from "./dev-browser.ts";
import { wholeReloads } from "./dev-reload.ts";

/** `npm run dev`: a sandbox, a build that follows each save, and a Chromium on a ticket that reloads with it. */

const HELP = `Usage: npm run dev -- [--headless] [--port N]

  --headless   no window, as on a machine without a display; prints how to attach
  --port N     the sandbox's port, which the build is bound to (default: a free one)`;

const say = (text: string) => console.log(text);
const cleanUps = cleanUpsOnSignals();
endWithNpm(() => void cleanUps.run().finally(() => process.exit()));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      headless: { type: "boolean" },
      port: { type: "string", default: "0" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return say(HELP);
  await ensureChromium(say);
  const sandbox = await startSandboxProcess(["--port", values.port]);
  cleanUps.add(() => sandbox.stop());
  say(`The sandbox, with its tickets: ${sandbox.url}/tickets/`);

  // wxt.config.ts reads it, again whenever it is changed.
  process.env["KEYCARD_API_ORIGIN"] = sandbox.url;
  const browser = devBrowser({
    sandbox,
    headless: values.headless === true || !hasDisplay(),
    say,
  });
  const server = await createServer({
    hooks: {
      "config:resolved"({ config }) {
        config.runner = browser;
      },
      ...wholeReloads(),
    },
  });
  cleanUps.add(() => server.stop());
  await server.start();
  say("Save a file, and the browser reloads it. Press Ctrl-C to end everything.");
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await cleanUps.run();
  // WXT's watchers would keep it running.
  process.exit(1);
}
