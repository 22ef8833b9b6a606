import { defineContentScript } from "wxt/utils/define-content-script";
import { startPage } from "../../lib/page/start.ts";

export default defineContentScript({
  // Registered by the background for the sites that the user has turned on (lib/sites/registration.ts).
  registration: "runtime",
  matches: [],
  main: startPage,
});
