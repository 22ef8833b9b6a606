import type { FrameRole } from "./frame-role.ts";
import { keep } from "./keyboard/keep.ts";
import type { LookPart } from "./look-part.ts";
import { createOwnMenu } from "./own-menu.ts";
import { type PointerPlace, watchPointer } from "./pointer.ts";
import { holds } from "./shadow.ts";
import { onTrusted } from "./trusted.ts";
import { isEditable, isTyping } from "./typing.ts";

/**
 * Listens to user input in this document and notifies the frame's role.
 *
 * @param onMenu called when a context menu opens, the browser's or the site's
 */
export function listen(
  role: FrameRole,
  part: LookPart,
  onMenu: (event: MouseEvent) => void,
  signal: AbortSignal,
): void {
  const ownMenu = createOwnMenu();
  let lastKey: number | undefined;
  /** Whether the Esc that is down was for the card. */
  let escaping = false;

  function onLook(place: PointerPlace): void {
    role.seen(place);
    const settings = part.settings();
    const look = globalThis.keycardLookupLook;
    if (!settings || !look) {
      void part.load().then(() => {
        if (globalThis.keycardLookupLook) pointer.again();
      });
      return;
    }
    const { modifier, patterns } = settings;
    const busy =
      ownMenu.isOpen() ||
      isTyping(lastKey, performance.now()) ||
      (modifier && !place.holds(modifier));
    const found = busy ? undefined : look(place.x, place.y, patterns);
    if (found === "look-behind") void part.loadBehind().then(() => pointer.again());
    else if (found) role.over(found, place);
    else role.away(place);
    globalThis.keycardLookupBehind?.restsAt(place, pointer.again);
  }

  const pointer = watchPointer({ onLook, onAway: role.away }, signal);

  onTrusted("contextmenu", signal, (event) => {
    onMenu(event);
    ownMenu.asked(event);
  });
  onTrusted("pointerdown", signal, ({ target }) => {
    pointer.away();
    ownMenu.close();
    if (!role.owns(target)) role.dismiss();
  });
  onTrusted(
    "keydown",
    signal,
    (event) => {
      ownMenu.close();
      if (event.key === part.settings()?.modifier) pointer.again(event);
      else if (isEditable(event.composedPath()[0])) lastKey = event.timeStamp;
      escaping = event.key === "Escape" && (role.isOpen() || (escaping && event.repeat));
      if (!escaping) return;
      keep(event);
      role.dismiss();
    },
    false,
  );
  onTrusted(
    "keyup",
    signal,
    (event) => {
      if (event.key !== "Escape" || !escaping) return;
      escaping = false;
      keep(event);
    },
    false,
  );
  onTrusted("scroll", signal, ({ target }) => {
    const element = role.element();
    if (element && target && holds(target, element)) role.dismiss("scroll");
  });
  addEventListener("pagehide", role.drop, { signal });
  addEventListener("popstate", () => role.dismiss(), { signal });
  // In Firefox from 147 on; in older ones, the card closes when its word is gone (card.ts).
  globalThis.navigation?.addEventListener("currententrychange", () => role.dismiss(), { signal });
}
