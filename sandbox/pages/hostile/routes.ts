/** Serves the hostile page, its scripts, and the trap that it leads to. */
import { Hono } from "hono";
import { PEOPLE } from "../../people.ts";
import { serveFiles } from "../serve-files.ts";
import { hostilePage, trapPage } from "./page.ts";

const FOLDER = new URL("./", import.meta.url);

export function hostileRoutes(): Hono {
  const hostile = new Hono();
  hostile.get("/hostile/", (c) => c.html(hostilePage(PEOPLE.ada.email)));
  hostile.all("/hostile/trap", (c) => c.html(trapPage(PEOPLE.ada.email)));
  serveFiles(hostile, "/hostile/", FOLDER);
  return hostile;
}
