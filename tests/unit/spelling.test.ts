import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** American spelling in every text file of the repository: texts, docs, comments and names. */

const BRITISH = new RegExp(
  [
    "(?:behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|vap)our",
    "(?:licen|defen|offen|preten)ce",
    "(?:cent|fib|lit|met|theat|calib|sab)re(?:d|s)?\\b",
    "(?:catal|dial|anal)ogue",
    "programmes?\\b",
    "(?:cancel|travel|label|model|signal|level|channel|total|tunnel|fuel|initial|dial|equal)l(?:ed|ing)\\b",
    "(?:recogn|organ|synchron|normal|serial|initial|optim|minim|maxim|summar|author|custom|capital|categor|priorit|util|visual|general|special|emphas|apolog|final|memor|modern|real|sanit|standard|token|central|critic|anonym|random|stabil|internal|local)is(?:e|ed|es|er|ers|ing|ation|ations)\\b",
    "(?:anal|paral|catal)ys(?:e|ed|ing)\\b",
    "\\b(?:grey|judgement|acknowledgement|ageing|whilst|amongst|learnt|spelt|spoilt|burnt|cheque|artefact|enquir(?:y|ies)|fulfils?\\b|enrols?\\b|for ever(?!y)|practis(?:e|ed|ing)|mould|plough|sceptic|aluminium|maths)",
  ].join("|"),
  "gi",
);

/** The ARIA attribute has two l's, and the glossary's German word an s. */
const RIGHT = /labelledby|\| Organisation \|/gi;

const british = (text: string) => [...text.replaceAll(RIGHT, "").matchAll(BRITISH)].map(String);

/** Other languages; third-party texts; and this file, which has to contain what it looks for. */
const NOT_OURS =
  /^(?:locales\/(?:de|ja)\.json|package-lock\.json|LICENSE|tests\/unit\/spelling\.test\.ts)$/;
const TEXT =
  /(?:\.(?:css|html|js|json|jsonc|md|mjs|sh|snap|svg|ts|tsx|txt|yaml|yml)|(?:^|\/)[^.]+|(?:^|\/)\.[\w-]+)$/;

/** Without those that were just deleted. */
const files = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" })
  .split("\0")
  .filter((path) => TEXT.test(path) && !NOT_OURS.test(path) && existsSync(path));

test("the search distinguishes British spelling from American", () => {
  expect(british("the Colours of neighbourId, a licence, greyed out, recognised")).toHaveLength(5);
  expect(british("the colors of neighborId, a license, grayed out, recognized")).toEqual([]);
  expect(british("canceled, modeled, otherwise, analyses, emphasis, aria-labelledby")).toEqual([]);
});

test("every file is spelled in American English", () => {
  expect(files.length).toBeGreaterThan(1000);
  const found = files.flatMap((path) =>
    british(`${path}\n${readFileSync(path, "utf8")}`).map((word) => `${path}: ${word}`),
  );
  expect(found).toEqual([]);
});
