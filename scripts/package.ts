import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import project from "../package.json" with { type: "json" };
import { billOfMaterials, componentsIn, type LockFile } from "../packaging/sbom.ts";

/** What accompanies the archives that `npm run zip` has made: the bill of materials, and the digests of everything. */

const FOLDER = process.env["KEYCARD_OUT_DIR"] || ".output";
const name = `${project.name}-${project.version}`;

const licenses = ["chrome-mv3", "firefox-mv3"].map((browser) =>
  readFileSync(`${FOLDER}/${browser}/LICENSES.txt`, "utf8"),
);
const components = new Map(
  licenses.flatMap(componentsIn).map((component) => [component.name, component]),
);
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as LockFile;
const bill = billOfMaterials(project, [...components.values()], lock);
writeFileSync(`${FOLDER}/${name}.cdx.json`, `${JSON.stringify(bill, null, 2)}\n`);

const files = ["chrome.zip", "firefox.zip", "sources.zip"].map((kind) => `${name}-${kind}`);
const digests = [...files, `${name}.cdx.json`].map((file) => {
  const digest = createHash("sha256")
    .update(readFileSync(`${FOLDER}/${file}`))
    .digest("hex");
  return `${digest}  ${file}\n`;
});
writeFileSync(`${FOLDER}/SHA256SUMS`, digests.join(""));
console.log(`${FOLDER}/SHA256SUMS\n${digests.join("")}`);
