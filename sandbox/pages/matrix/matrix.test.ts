import { describe, expect, test } from "vitest";
import { useSandbox } from "../../test-client.ts";
import { MATRIX } from "./index.ts";
import { FRAME_PATH } from "./specimen.ts";

const sandbox = useSandbox();
const CASES = MATRIX.flatMap(({ cases }) => cases);

async function load(path: string, base = sandbox.url()) {
  const reply = await fetch(base + path);
  return { status: reply.status, text: await reply.text() };
}

test("the sheet has a row for each case", async () => {
  const { text } = await load("/matrix");
  for (const { name } of CASES) expect(text).toContain(`id="case-${name}"`);
  expect((await load("/")).text).toContain('href="/matrix"');
});

test("a page can have some of the sections only", async () => {
  const { text } = await load("/matrix?section=fields&section=lines-columns-and-tables");
  const shown = [...text.matchAll(/<section id="(.+?)"/g)].map(([, id]) => id);
  expect(shown).toEqual(["fields", "lines-columns-and-tables"]);
  expect(text).toContain("Lines, columns and tables");
  const none = await load("/matrix?section=fields&section=nothing");
  expect(none).toMatchObject({
    status: 404,
    text: expect.stringContaining("words-in-running-text"),
  });
});

test("the names are unique", () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
});

describe("the frames", () => {
  test("every document of a case's frames answers, and no other", async () => {
    for (const { name, inside = [] } of CASES)
      for (const [depth] of inside.entries())
        expect((await load(`${FRAME_PATH}/${name}/${depth + 1}`)).status).toBe(200);
    expect((await load(`${FRAME_PATH}/frame-src/2`)).status).toBe(404);
    expect((await load(`${FRAME_PATH}/nobody/1`)).status).toBe(404);
  });

  test("those of another site are requested under this machine's other name", async () => {
    const { origin, port } = new URL(sandbox.url());
    expect((await load("/matrix")).text).toContain(
      `src="http://localhost:${port}${FRAME_PATH}/frame-cross/1"`,
    );
    const inner = await load(`${FRAME_PATH}/frame-cross-back/1`, `http://localhost:${port}`);
    expect(inner.text).toContain(`src="${origin}${FRAME_PATH}/frame-cross-back/2"`);
  });
});
