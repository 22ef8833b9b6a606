import { writeFileSync } from "node:fs";
import { storeTexts } from "../packaging/store.ts";
import { readStoreSources } from "../packaging/store-sources.ts";

/** Writes what the stores ask for into docs/store. */
for (const [name, text] of Object.entries(storeTexts(readStoreSources())))
  writeFileSync(`docs/store/${name}`, text);
