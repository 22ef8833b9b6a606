import { isEditable, isTyping } from "./fields.ts";
import type { FrameRole } from "./frame-role.ts";
import { mentionAtPoint } from "./mention-at-point.ts";
import type { SettingsSource } from "./page-settings.ts";
import { type PointerPlace, watchPointer } from "./pointer.ts";
import { holds } from "./shadow.ts";
import { createSiteMenu } from "./site-menu.ts";
import { onTrusted } from "./trusted.ts";

/**
 * Hears what a person does in this document, and tells the frame's role what follows.
 *
 * @param onMenu the browser's context menu, or the site's own, is opened
 */
export function listen(
  role: FrameRole,
  settings: SettingsSource,
  onMenu: (event: MouseEvent) => void,
  signal: AbortSignal,
): void {
  const siteMenu = createSiteMenu();
  let lastKey: number | undefined;

  function onLook(place: PointerPlace): void {
    role.seen(place);
    const known = settings.now();
    if (!known) {
      void settings.load().then(() => pointer.again());
      return;
    }
    const { modifier, patterns } = known;
    const found =
      isTyping(lastKey, performance.now()) || (modifier && !place.holds(modifier))
        ? undefined
        : mentionAtPoint(place.x, place.y, patterns);
    if (found && !siteMenu.isOpen()) role.over(found, place);
    else role.away(place);
  }

  const pointer = watchPointer({ onLook, onAway: role.away }, signal);

  onTrusted("contextmenu", signal, (event) => {
    onMenu(event);
    siteMenu.asked(event);
  });
  onTrusted("pointerdown", signal, ({ target }) => {
    pointer.away();
    siteMenu.close();
    if (!role.owns(target)) role.dismiss();
  });
  onTrusted(
    "keydown",
    signal,
    (event) => {
      siteMenu.close();
      if (event.key === settings.now()?.modifier) pointer.again(event);
      else if (isEditable(event.composedPath()[0])) lastKey = event.timeStamp;
      if (event.key !== "Escape" || !role.isOpen()) return;
      // This Esc is for the card: the site's dialog below it stays open.
      event.preventDefault();
      event.stopImmediatePropagation();
      role.dismiss();
    },
    false,
  );
  onTrusted("scroll", signal, ({ target }) => {
    const element = role.element();
    if (element && target && holds(target, element)) role.dismiss();
  });
  addEventListener("pagehide", role.drop, { signal });
  addEventListener("popstate", role.dismiss, { signal });
  // Firefox has it from 147 on; there and before, the card closes when its word is gone (card.ts).
  globalThis.navigation?.addEventListener("currententrychange", role.dismiss, { signal });
}
