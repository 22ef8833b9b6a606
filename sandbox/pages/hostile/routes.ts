/** Serves the hostile page, its scripts, and the trap that it leads to. */
import { readdirSync, readFileSync } from "node:fs";
import { Hono } from "hono";
import { PEOPLE } from "../../people.ts";
import { hostilePage, trapPage } from "./page.ts";

const FOLDER = new URL("./", import.meta.url);

export function hostileRoutes(): Hono {
  const hostile = new Hono();
  hostile.get("/hostile/", (c) => c.html(hostilePage(PEOPLE.ada.email)));
  hostile.all("/hostile/trap", (c) => c.html(trapPage(PEOPLE.ada.email)));
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".js"))) {
    const content = readFileSync(new URL(name, FOLDER), "utf8");
    const headers = { "Content-Type": "text/javascript; charset=utf-8" };
    hostile.get(`/hostile/${name}`, (c) => c.body(content, 200, headers));
  }
  return hostile;
}
