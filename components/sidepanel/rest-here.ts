import { loadOnce } from "../parts/load-once.ts";
import { rest } from "./rest.ts";

/** The side panel's second step, already loaded: for fixtures and tests of what it shows. */
export const restHere = loadOnce(async () => rest);
await restHere.load();
