/** Serves the recorder, its scripts, and what its rules spy with. */
import { readdirSync, readFileSync } from "node:fs";
import { Hono } from "hono";
import { PEOPLE } from "../../people.ts";
import { recorderPage } from "./page.ts";
import { PROBES, spyRules } from "./spies.ts";

const FOLDER = new URL("./", import.meta.url);
const MEDIA_TYPES: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css" };

export function recorderRoutes(): Hono {
  const recorder = new Hono();
  recorder.get("/recorder/", (c) => c.html(recorderPage(PEOPLE.ada.email)));
  for (const name of readdirSync(FOLDER)) {
    const type = MEDIA_TYPES[name.split(".").at(-1) ?? ""];
    if (type === undefined) continue;
    const content = readFileSync(new URL(name, FOLDER), "utf8");
    const headers = { "Content-Type": `${type}; charset=utf-8` };
    recorder.get(`/recorder/${name}`, (c) => c.body(content, 200, headers));
  }
  recorder.get("/recorder/spy/rules.css", (c) =>
    c.body(spyRules(), 200, { "Content-Type": "text/css; charset=utf-8" }),
  );
  recorder.get("/recorder/spy/probes.json", (c) => c.json(PROBES));
  // Fonts and images need not exist: that they are asked for is what tells.
  recorder.get("/recorder/spy/:name", (c) => c.body(null, 404));
  return recorder;
}
