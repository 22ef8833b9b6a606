import { built } from "./package-builds.ts";

/** Before each test file about packages: these read what is built once for all. */
await built();
