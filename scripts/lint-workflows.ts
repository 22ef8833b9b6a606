import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { validate } from "@actions/languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { filesBelow } from "../tests/unit/files-below.ts";

/**
 * Checks the workflows as GitHub does, with the checker from GitHub's own editors. Run with tsx: the checker imports
 * JSON as bundlers do, which Node.js alone doesn't support (0.3.61). Usage: no arguments, or the files to check.
 */

const given = process.argv.slice(2);
const files = given.length > 0 ? given : filesBelow(".github/workflows", /\.ya?ml$/);

let faults = 0;
for (const file of files) {
  const uri = pathToFileURL(file).href;
  const document = TextDocument.create(uri, "yaml", 0, readFileSync(file, "utf8"));
  const found = await validate(document, { fileProvider: { getFileContent: calledWorkflow } });
  for (const { range, message } of found)
    console.error(`${file}:${range.start.line + 1}: ${message}`);
  faults += found.length;
}
console.log(`Checked ${files.length} workflows as GitHub does: ${faults} faults.`);
process.exitCode = faults > 0 ? 1 : 0;

/** A workflow of this repository that another one calls. */
async function calledWorkflow(called: object): Promise<{ name: string; content: string }> {
  if (!("path" in called)) throw new Error("A workflow of another repository is called.");
  const name = String(called.path);
  return { name, content: readFileSync(name, "utf8") };
}
