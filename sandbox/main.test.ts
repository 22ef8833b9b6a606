import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import type { Page } from "./api/page.ts";
import type { LoggedRequest } from "./control/request-log.ts";
import { API_KEYS } from "./credentials.ts";
import { PEOPLE } from "./people.ts";
import type { User } from "./population/user.ts";
import { ACME } from "./zones.ts";

/** Milliseconds, to end a test that hangs: a busy machine can take a long time to compile the sources. */
const START_TIMEOUT = 300_000;
const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** Runs the command line and collects its output. */
function run(...args: string[]) {
  return collect(spawn(process.execPath, ["--import", "tsx", MAIN, ...args]));
}

function collect(child: ChildProcessWithoutNullStreams) {
  children.push(child);
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => {
    said.out += text;
  });
  child.stderr.on("data", (text) => {
    said.err += text;
  });
  const exit = once(child, "close").then(([code]) => code as number | null);
  return { child, said, exit };
}

async function start(...args: string[]) {
  return listening(run(...args));
}

/** Waits until the sandbox has printed its whole startup message. */
async function listening(running: ReturnType<typeof run>) {
  while (!running.said.out.includes("Ticket pages")) await once(running.child.stdout, "data");
  const urls = running.said.out.match(/^listening on (http:\/\/127\.0\.0\.1:\d+)$/gm);
  expect(urls).toHaveLength(1);
  return { ...running, url: urls?.[0]?.replace("listening on ", "") ?? "" };
}

async function users(url: string, query: string): Promise<{ status: number; body: Page<User> }> {
  const headers = { Authorization: `Bearer ${API_KEYS.full}` };
  const reply = await fetch(`${url}/zones/${ACME.id}/users?${query}`, { headers });
  return { status: reply.status, body: (await reply.json()) as Page<User> };
}

const TOTAL = "expand%5B%5D=total_count&limit=1";

test(
  "serves 100,000 people, prints how to reach them, and ends at once on SIGTERM",
  async () => {
    const { child, said, exit, url } = await start("--users", "100000");
    expect(said.out).toContain(API_KEYS.full);
    expect((await users(url, TOTAL)).body.pagination.total_count).toBe(100_000);
    const { body } = await users(url, `${TOTAL}&query%5B%5D=ada%40example`);
    expect(body.items[0]?.id).toBe(PEOPLE.ada.id);
    await fetch(`${url}/__faults`, { method: "POST", body: '{"mode":"hang"}' });
    const hung = expect(users(url, TOTAL)).rejects.toThrow();
    while ((await log(url)).length < 3);
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
    expect(said.err).toBe("");
    await hung;
  },
  START_TIMEOUT,
);

test(
  "applies --no-filtering and --latency, and ends on SIGINT",
  async () => {
    const { child, exit, url } = await start("--no-filtering", "--latency", "600000");
    const heldBack = expect(users(url, TOTAL)).rejects.toThrow();
    while ((await log(url)).length < 1);
    await fetch(`${url}/__latency`, { method: "POST", body: '{"ms":0}' });
    const { body } = await users(url, TOTAL);
    expect(await log(url)).toMatchObject([{ status: null }, { status: 200 }]);
    expect([body.items.length, body.pagination.total_count]).toEqual([100, 0]);
    child.kill("SIGINT");
    expect(await exit).toBe(0);
    await heldBack;
  },
  START_TIMEOUT,
);

test(
  "applies --fail, and a second one on the same port says that it is taken",
  async () => {
    const { url } = await start("--fail", "429");
    expect((await users(url, TOTAL)).status).toBe(429);
    const second = run("--port", new URL(url).port);
    expect(await second.exit).toBe(1);
    expect(second.said.err).toContain("can't listen on port");
  },
  START_TIMEOUT,
);

test(
  "ends when the shell ends in which npm started it",
  async () => {
    const command = `"${process.execPath}" --import tsx "${MAIN}"; exit`;
    const env = { ...process.env, npm_lifecycle_event: "sandbox" };
    const { child, exit, url } = await listening(collect(spawn("sh", ["-c", command], { env })));
    child.kill("SIGTERM");
    await exit;
    await expect(fetch(url)).rejects.toThrow("fetch failed");
  },
  START_TIMEOUT,
);

test(
  "a mistake on the command line is one sentence and exit code 2; --help is neither",
  async () => {
    const mistake = run("--port", "many");
    expect(await mistake.exit).toBe(2);
    expect(mistake.said).toEqual({ out: "", err: expect.stringMatching(/^--port .*\.\n$/) });
    const help = run("--help");
    expect(await help.exit).toBe(0);
    expect(help.said.out).toContain("--no-filtering");
  },
  START_TIMEOUT,
);

async function log(url: string): Promise<LoggedRequest[]> {
  return (await fetch(`${url}/__log`)).json() as Promise<LoggedRequest[]>;
}
