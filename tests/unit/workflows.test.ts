import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import project from "../../package.json" with { type: "json" };
import { filesBelow } from "./files-below.ts";
import { all } from "./markdown.ts";

/**
 * The workflows run on machines that no test here has: this checks what can be known beforehand. GitHub's own checker,
 * which its editors use, says whether GitHub accepts them; below are the rules of this project.
 */

interface Step {
  name?: string;
  uses?: string;
  if?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, string>;
}

interface Job {
  uses?: string;
  needs?: string;
  env?: Record<string, string>;
  permissions?: Record<string, string>;
  strategy?: { matrix: { node: string[] } };
  steps?: Step[];
}

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const FILES = filesBelow(".github/workflows", /\.ya?ml$/);
const text = (path: string) => readFileSync(path, "utf8");
const read = (path: string): Workflow => parse(text(path));
const stepsOf = (path: string) =>
  Object.values(read(path).jobs).flatMap(({ steps }) => steps ?? []);

const CI = ".github/workflows/ci.yml";
const RELEASE = ".github/workflows/release.yml";

test("these are the workflows", () => {
  expect(FILES).toEqual([CI, RELEASE]);
});

test("GitHub's own checker, which `npm run lint` runs on them, finds errors", () => {
  const copy = ".output/workflows/.github/workflows/ci.yml";
  mkdirSync(dirname(copy), { recursive: true });
  const faulty = text(CI)
    .replace("timeout-minutes:", "timeout-minute:")
    .replace("matrix.node }}", "matrix.nodes }}")
    .replace("failure()", "failed()");
  writeFileSync(copy, faulty);
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/lint-workflows.ts", copy],
    { encoding: "utf8" },
  );
  expect(status).toBe(1);
  expect(all(/^\S+:\d+: (.+)$/gm, stderr)).toEqual(
    expect.arrayContaining([
      "Unexpected value 'timeout-minute'",
      "Context access might be invalid: nodes",
      "Unrecognized function: 'failed'",
    ]),
  );
}, 60_000);

describe.each(FILES)("%s", (path) => {
  test("uses only GitHub's own actions, each pinned to a commit, with its version", () => {
    const used = all(/\buses: (.+)$/gm, text(path)).filter((one) => !one.startsWith("./"));
    for (const one of used)
      expect.soft(one).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    for (const own of all(/\buses: \.\/(.+)$/gm, text(path))) expect(existsSync(own)).toBe(true);
  });

  test("has read access, and only the job that publishes can write", () => {
    const { permissions, jobs } = read(path);
    expect(permissions).toEqual({ contents: "read" });
    for (const [name, job] of Object.entries(jobs))
      expect(job.permissions ?? {}).toEqual(
        name === "publish" ? { contents: "write", actions: "read" } : {},
      );
  });

  test("stores no key of the repository, and puts no secret and no branch name into a command", () => {
    for (const { uses, run, with: given } of stepsOf(path)) {
      if (uses?.startsWith("actions/checkout@")) expect(given?.["persist-credentials"]).toBe(false);
      expect.soft(run ?? "").not.toContain("${{");
    }
  });
});

describe(CI, () => {
  const commands = stepsOf(CI).flatMap(({ run = "" }) => run.trim().split("\n"));

  test("does what .ci/run does, by running it, and makes the packages", () => {
    expect(commands.filter(Boolean).slice(-2)).toEqual(["bash .ci/run", "npm run package"]);
    expect(project.scripts).toHaveProperty("package");
  });

  test("runs on maintained versions of Node.js that the project supports, and packs with that of .nvmrc", () => {
    const [oldest = "0"] = all(/>=(\d+)/g, project.engines.node);
    const ours = text(".nvmrc").trim();
    const versions = read(CI).jobs["check"]?.strategy?.matrix.node ?? [];
    expect(versions.length).toBeGreaterThan(1);
    expect(versions).toContain(ours);
    for (const version of versions) expect.soft(+version).toBeGreaterThan(+oldest);
    const steps = stepsOf(CI);
    const nodes = steps.flatMap(({ with: given }) => given?.["node-version"] ?? []);
    expect(nodes).toEqual([expect.stringContaining("matrix.node")]);
    const packed = steps.find(({ with: given }) => given?.["name"] === "packages");
    expect(packed?.if).toBe(`matrix.node == '${ours}'`);
  });

  test("installs what Debian's machines get, except the browser", () => {
    const [listed = ""] = all(/DEBIAN_PACKAGES = \[([^\]]+)\]/g, text("scripts/chromium.ts"));
    const packages = all(/"([\w-]+)"/g, listed).filter((name) => name !== "chromium");
    expect(packages.length).toBeGreaterThan(3);
    const installed = commands.find((command) => command.includes("apt-get install")) ?? "";
    for (const name of packages) expect.soft(installed.split(" ")).toContain(name);
  });

  test("keeps everything that a release consists of", () => {
    const kept = stepsOf(CI).find(({ with: given }) => given?.["name"] === "packages")?.with?.[
      "path"
    ];
    expect(kept?.trim().split("\n")).toEqual([
      ".output/*.zip",
      ".output/*.cdx.json",
      ".output/SHA256SUMS",
    ]);
  });
});

describe(RELEASE, () => {
  const { jobs } = read(RELEASE);

  test("publishes only what has passed everything, with the tag's version and correct sums", () => {
    expect(jobs["check"]?.uses).toBe(`./${CI}`);
    expect(jobs["publish"]?.needs).toBe("check");
    const commands = stepsOf(RELEASE).map(({ run = "" }) => run);
    const place = (part: string) => commands.findIndex((command) => command.includes(part));
    expect(place("package.json")).toBeGreaterThan(0);
    expect(place("sha256sum --check")).toBeGreaterThan(place("package.json"));
    expect(place("gh release create")).toBeGreaterThan(place("sha256sum --check"));
  });

  test("publishes only for a tag: started manually it rehearses", () => {
    expect(jobs["publish"]?.env?.["DRY_RUN"]).toContain("github.event_name != 'push'");
    for (const { if: condition, run = "" } of stepsOf(RELEASE))
      if (run.includes("gh release create")) expect(condition).toBe("env.DRY_RUN == 'false'");
  });

  test("sends packages to a store only if it has its secrets, and docs/store says which", () => {
    const guide = text("docs/store/README.md");
    const stores = stepsOf(RELEASE).filter(({ env }) =>
      Object.values(env ?? {}).some((value) => value.includes("secrets.")),
    );
    expect(stores).toHaveLength(3);
    for (const { if: condition, run, env = {} } of stores) {
      expect(run).toContain("npx wxt submit --");
      expect(condition).toMatch(/^env\.HAS_\w+ == 'true'$/);
      for (const secret of all(/secrets\.(\w+)/g, Object.values(env).join(" ")))
        expect.soft(guide).toContain(`\`${secret}\``);
    }
  });
});
