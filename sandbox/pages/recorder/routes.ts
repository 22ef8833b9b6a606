/** Serves the recorder, its scripts, and what its rules spy with. */
import { Hono } from "hono";
import { PEOPLE } from "../../people.ts";
import { serveFiles } from "../serve-files.ts";
import { recorderPage } from "./page.ts";
import { PROBES, spyRules } from "./spies.ts";

const FOLDER = new URL("./", import.meta.url);

export function recorderRoutes(): Hono {
  const recorder = new Hono();
  recorder.get("/recorder/", (c) => c.html(recorderPage(PEOPLE.ada.email)));
  serveFiles(recorder, "/recorder/", FOLDER);
  recorder.get("/recorder/spy/rules.css", (c) =>
    c.body(spyRules(), 200, { "Content-Type": "text/css; charset=utf-8" }),
  );
  recorder.get("/recorder/spy/probes.json", (c) => c.json(PROBES));
  // Fonts and images don't need to exist: the request alone reveals something.
  recorder.get("/recorder/spy/:name", (c) => c.body(null, 404));
  return recorder;
}
