import { describe, expect, test } from "vitest";
import { readCommandLine } from "./command-line.ts";
import { dialectOf } from "./generations.ts";
import { DEFAULT_OPTIONS } from "./state.ts";

describe("readCommandLine", () => {
  test("starts with the defaults", () => {
    expect(readCommandLine([])).toEqual({ kind: "start", options: DEFAULT_OPTIONS });
  });

  test("reads every option", () => {
    const line = "--port 8080 --users 1000000 --no-filtering --latency 50 --fail 429 --seed 7";
    expect(readCommandLine(line.split(" "))).toMatchObject({
      kind: "start",
      options: {
        port: 8080,
        users: 1_000_000,
        dialect: dialectOf("legacy"),
        latencyMs: 50,
        fail: 429,
        seed: 7,
      },
    });
  });

  test.each([
    ["--generation today", { generation: "today", strict: false }],
    ["--generation today --strict", { generation: "today", strict: true }],
    ["--generation spring --strict", { generation: "spring", strict: true }],
    ["--strict", { ...DEFAULT_OPTIONS.dialect, strict: true }],
    ["--generation legacy", dialectOf("legacy")],
    ["--generation legacy --no-filtering", dialectOf("legacy")],
    ["--no-filtering --strict", dialectOf("legacy")],
  ])("%s sets the main zone's dialect", (line, dialect) => {
    expect(readCommandLine(line.split(" "))).toMatchObject({ options: { dialect } });
  });

  test("knows --help and -h", () => {
    expect(readCommandLine(["--help"])).toEqual({ kind: "help" });
    expect(readCommandLine(["-h"])).toEqual({ kind: "help" });
  });

  test.each([
    [["--port", "65536"], /--port.*0 to 65535/],
    [["--port", "-1"], /--port/],
    [["--users", "many"], /--users.*"many"/],
    [["--users", "1e6"], /--users/],
    [["--users", ""], /--users/],
    [["--fail", "200"], /--fail.*400 to 599/],
    [["--latency", "1.5"], /--latency/],
    [["--seed"], /--seed/],
    [["--ports", "1"], /--ports/],
    [["extra"], /extra/],
    [["--no-filtering=yes"], /--no-filtering/],
    [["--generation", "tomorrow"], /--generation.*legacy, spring, documented, today.*"tomorrow"/],
    [["--no-filtering", "--generation", "today"], /--no-filtering.*"today"/],
  ])("rejects %j", (args, sentence) => {
    const command = readCommandLine(args);
    expect(command).toEqual({ kind: "mistake", message: expect.stringMatching(sentence) });
  });
});
