import { describe, expect, test } from "vitest";
import { localIn } from "./local-part.ts";

/** The local part at the end of a run before an `@`, depending on the text before the run and after the address. */
const local = (run: string, before = " ", after = "") => localIn(run, "example.com", before, after);

describe("an escape before the run", () => {
  test.each([
    ["nada.x", '"\\', "ada.x"],
    ["nada", "\\ DOMAIN\\", undefined],
    ["nina", "DOMAIN\\", undefined],
    ["nina", "DOMAIN\\\\", undefined],
    ["nada", '"\\\\', "ada"],
    ["nada", '"\\\\n\\\\', "ada"],
    ["adan", '"\\', "adan"],
    ["adau003c", "\\", "adau003c"],
    ["x3zada", "\\", "x3zada"],
    ["u003cada", "\\", "ada"],
    ["u002bx", "a\\b \\", "x"],
    ["u002bx", "a\\", undefined],
    ["u002bx", "a\\\\", undefined],
    ["fBada", "\\", "ada"],
    ["adafB", "\\", "adafB"],
    ["fada", "\\", "fada"],
  ])("%j after %j: %j", (run, before, found) => {
    expect(local(run, before)).toBe(found);
  });

  test.each([
    ["32mada", "[", "[0m", "ada"],
    ["1mada", "[", "[m", "ada"],
    ["1mada", "[", "[0;1m", "ada"],
    ["adam", "[", "[m", "adam"],
    ["5mada", "[a;", "[0m", "5mada"],
    ["32mada", "[", " is not in color [0m", "32mada"],
  ])("colors: %j between %j and %j: %j", (run, before, after, found) => {
    expect(local(run, before, after)).toBe(found);
  });
});

describe("codes in the run", () => {
  test.each([
    ["%7Bada", "ada"],
    ["ada%7Ax", undefined],
    ["=20ada", undefined],
    ["=2024", "2024"],
    ["a=20x", "20x"],
  ])("%j: %j", (run, found) => {
    expect(local(run)).toBe(found);
  });
});

describe("quotation marks and signs", () => {
  test.each([
    ["b'ada", "", "b'ada"],
    ["b'ada", "'", "ada"],
    ["ab'x", "'", "ab'x"],
    ["***ada", "*** and", "ada"],
    ["***ada", " ***", undefined],
    ["_ada", " x_", "_ada"],
    ["_ada", "x_", "_ada"],
    ["*_ada", "_*", "ada"],
  ])("%j before %j: %j", (run, after, found) => {
    expect(local(run, " ", after)).toBe(found);
  });
});

describe("keys and addresses that contain another one", () => {
  test.each([
    ["user==ada", "ada"],
    ["éa=b", "éa=b"],
    ["00!ada", "ada"],
    ["00Z!ada", "ada"],
    ["bounce-ada=x", "bounce-ada=x"],
    ["bounces+ada=x", "bounces+ada=x"],
    ["list=ada.comx", "ada.comx"],
    ["list-ada=example.org", "list-ada=example.org"],
  ])("%j: %j", (run, found) => {
    expect(local(run)).toBe(found);
  });
});
