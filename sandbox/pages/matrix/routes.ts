/** Serves the matrix and the documents of its frames. */
import { Hono } from "hono";
import type { Case } from "./case.ts";
import { MATRIX } from "./index.ts";
import { matrixPage } from "./page.ts";
import { FRAME_PATH, frameDocument } from "./specimen.ts";

const CASES: ReadonlyMap<string, Case> = new Map(
  MATRIX.flatMap(({ cases }) => cases).map((each) => [each.name, each]),
);

export function matrixRoutes(): Hono {
  const matrix = new Hono();
  matrix.get("/matrix", (c) => c.html(matrixPage(new URL(c.req.url).origin)));
  matrix.get(`${FRAME_PATH}/:name/:depth`, (c) => {
    const wanted = CASES.get(c.req.param("name"));
    const depth = Number(c.req.param("depth"));
    if (!wanted?.inside?.[depth - 1]) return c.text("There is no such frame\n", 404);
    return c.html(frameDocument(wanted, new URL(c.req.url).origin, depth));
  });
  return matrix;
}
