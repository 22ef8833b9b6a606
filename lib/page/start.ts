import { type Background, connectBackground, listenToBackground } from "./background.ts";
import { createSubFrame } from "./in-sub-frame.ts";
import { createTopFrame } from "./in-top-frame.ts";
import { keepListening } from "./keep-listening.ts";
import { beginLifetime, type Lifetime } from "./lifetime.ts";
import { listen } from "./listen.ts";
import { createLookPart } from "./look-part.ts";
import type { Page } from "./page.ts";
import { type PointerPlace, placeOf } from "./pointer.ts";

/**
 * Starts the content script in this frame unless it already runs: a script from the manifest or a registration can be
 * injected a second time for the command or the menu. Until the pointer first moves, it only listens: no observer, no
 * change of the page, no message.
 */
export function startPage(): void {
  if (globalThis.keycardLookup?.lifetime.alive()) return;
  const lifetime = beginLifetime();
  const background = connectBackground(lifetime);
  const part = createLookPart(background);
  const role =
    window === window.top
      ? createTopFrame(background, lifetime, part)
      : createSubFrame(background, lifetime, part);
  let menuPlace: PointerPlace | undefined;
  const page: Page = {
    lifetime,
    background,
    role,
    settings: part.load,
    menuPlace: () => menuPlace,
  };
  globalThis.keycardLookup = page;
  listenToBackground(
    {
      ...role.handlers,
      settingsChanged: ({ settings }) => part.hear(settings),
      marksChanged: () => void globalThis.keycardLookupMarks?.askAnew(),
      sitesChanged: () => void endIfOff(background, lifetime),
    },
    lifetime.signal,
  );
  keepListening((signal) => {
    listen(
      role,
      part,
      (event) => {
        menuPlace = placeOf(event);
      },
      signal,
    );
  }, lifetime);
}

async function endIfOff(background: Background, lifetime: Lifetime): Promise<void> {
  if ((await background.send("isSiteOn")) === false) lifetime.end();
}
