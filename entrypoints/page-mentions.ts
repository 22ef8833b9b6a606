import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { provideMentions } from "../lib/page/mentions-part.ts";

/** Injected before every part that looks for mentions (lib/sites/scripts.ts). */
export default defineUnlistedScript(provideMentions);
