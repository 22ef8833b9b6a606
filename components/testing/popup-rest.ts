import { createRestStore, type RestStore } from "../popup/later.tsx";
import { rest } from "../popup/rest.ts";

/** The popup's second step, loaded already: for fixtures and tests of what it shows. */
export const restHere: RestStore = createRestStore(async () => rest);
await restHere.load();
