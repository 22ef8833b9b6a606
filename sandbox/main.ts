/** `npm run sandbox`: starts the simulated API and the sample tickets, and prints how to reach them. */
import { HELP, readCommandLine } from "./command-line.ts";
import { API_KEYS, SERVICE_ACCOUNT } from "./credentials.ts";
import { endWithNpm } from "./end-with-npm.ts";
import { startSandbox } from "./server.ts";
import { ZONES } from "./zones.ts";

const command = readCommandLine(process.argv.slice(2));
if (command.kind === "help") {
  process.stdout.write(HELP);
} else if (command.kind === "mistake") {
  process.stderr.write(`${command.message}\n`);
  process.exitCode = 2;
} else {
  try {
    const { url, close } = await startSandbox(command.options);
    const end = () => void close().then(() => process.exit(0));
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
    endWithNpm(end);
    process.stdout.write(greeting(url));
  } catch (error) {
    process.stderr.write(`The sandbox can't listen on port ${command.options.port}: ${error}\n`);
    process.exitCode = 1;
  }
}

function greeting(url: string): string {
  const zones = ZONES.filter(({ forbidden }) => !forbidden);
  return [
    `listening on ${url}`,
    `API key          ${API_KEYS.full}`,
    `Service account  ${SERVICE_ACCOUNT.clientId} / ${SERVICE_ACCOUNT.clientSecret}`,
    `API key          ${API_KEYS.generations}  (a zone for each generation of the API too)`,
    ...zones.map(({ id, name }) => `Zone             ${id}  ${name}`),
    `Ticket pages     ${url}/tickets/`,
    "",
  ].join("\n");
}
