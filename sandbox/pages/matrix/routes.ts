/** Serves the matrix, whole or in part, and the documents of its frames. */
import { Hono } from "hono";
import type { Case } from "./case.ts";
import { MATRIX } from "./index.ts";
import { matrixPage, slug } from "./page.ts";
import { FRAME_PATH, frameDocument } from "./specimen.ts";

const CASES: ReadonlyMap<string, Case> = new Map(
  MATRIX.flatMap(({ cases }) => cases).map((each) => [each.name, each]),
);

const SLUGS = MATRIX.map(({ title }) => slug(title));

/** `/matrix` has all sections; `/matrix?section=fields&section=frames` only these. */
export function matrixRoutes(): Hono {
  const matrix = new Hono();
  matrix.get("/matrix", (c) => {
    const wanted = c.req.queries("section");
    const sections = wanted ? MATRIX.filter(({ title }) => wanted.includes(slug(title))) : MATRIX;
    if (wanted && sections.length < wanted.length)
      return c.text(`There is no such section. There are: ${SLUGS.join(", ")}\n`, 404);
    return c.html(matrixPage(sections, new URL(c.req.url).origin));
  });
  matrix.get(`${FRAME_PATH}/:name/:depth`, (c) => {
    const wanted = CASES.get(c.req.param("name"));
    const depth = Number(c.req.param("depth"));
    if (!wanted?.inside?.[depth - 1]) return c.text("There is no such frame\n", 404);
    return c.html(frameDocument(wanted, new URL(c.req.url).origin, depth));
  });
  return matrix;
}
