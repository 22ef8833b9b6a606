import { defineBackground } from "wxt/utils/define-background";
import { startBackground } from "../lib/worker/start";

export default defineBackground({ type: "module", main: startBackground });
