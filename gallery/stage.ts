import { watchTimers } from "./at-rest.ts";
import { freezeClock } from "./frozen-clock.ts";
import { speak } from "./speak.ts";

/**
 * One component's fixtures, each drawn alone as on its page: `stage.html?of=card/card&in=de#found`. The time, the
 * timers and the language must be set up before any module of the extension is loaded.
 */

const asked = new URLSearchParams(location.search);

freezeClock();
watchTimers();
speak(asked.get("in") ?? "en");
document.documentElement.dataset["theme"] = asked.get("theme") ?? "system";

// Anything that takes the focus by itself would scroll the page of all fixtures to it.
if (window.top !== window) {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    focus.call(this, { ...options, preventScroll: true });
  };
}

const { setTheStage } = await import("./set-the-stage.tsx");
await setTheStage(asked.get("of") ?? "");
