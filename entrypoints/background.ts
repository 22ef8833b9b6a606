import { defineBackground } from "wxt/utils/define-background";
import { realParts } from "../lib/worker/parts.ts";
import { startBackground } from "../lib/worker/start.ts";

export default defineBackground({ type: "module", main: () => startBackground(realParts()) });
