import { loadOnce } from "../parts/load-once.ts";
import type { RestStore } from "./later.tsx";
import { rest } from "./rest.ts";

/** The popup's second step, already loaded: for fixtures and tests of what it shows. */
export const restHere: RestStore = loadOnce(async () => rest);
await restHere.load();
