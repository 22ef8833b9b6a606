import { built } from "./package-builds.ts";

/** Before each file of tests of packages: these read what is made at once. */
await built();
