import type { PageReply, ToPage } from "../messages/page-messages.ts";
import { connectBackground, hearBackground } from "./background.ts";
import { isTyping } from "./fields.ts";
import type { Found } from "./found.ts";
import type { AskedBy, FrameRole } from "./frame-role.ts";
import { createSubFrame } from "./in-sub-frame.ts";
import { createTopFrame } from "./in-top-frame.ts";
import { beginLifetime, type Lifetime } from "./lifetime.ts";
import { mentionAtPoint } from "./mention-at-point.ts";
import { mentionOfFocus } from "./mention-of-focus.ts";
import { type MenuMemory, rememberMenu } from "./menu.ts";
import { watchPointer } from "./pointer.ts";
import { holds } from "./shadow.ts";
import { isOn } from "./site-match.ts";

/**
 * Starts the content script in this frame. Until the first mention is pointed at it has done nothing but
 * listen: no observer, no change of the page, no message.
 */
export function startPage(): void {
  const lifetime = beginLifetime();
  if (!lifetime) return;
  const { signal } = lifetime;
  const background = connectBackground(lifetime);
  const role =
    window === window.top ? createTopFrame(background, lifetime) : createSubFrame(background);
  const menu = rememberMenu(signal);
  hearBackground((message) => hear(message, role, menu, lifetime), signal);
  followPointer(role, lifetime);
  closeOnPageEvents(role, signal);
}

function hear(
  message: ToPage,
  role: FrameRole,
  menu: MenuMemory,
  lifetime: Lifetime,
): PageReply | undefined {
  switch (message.type) {
    case "look-up-focus":
      return hasFocus() ? ask(role, mentionOfFocus(), "keyboard") : undefined;
    case "look-up-menu":
      return ask(role, menu.found(message.sought), "menu");
    case "sites":
      if (!isOn(self.origin, message.patterns)) lifetime.end();
      return undefined;
    default:
      role.hear(message);
      return undefined;
  }
}

/** Whether the keyboard is in this very frame, and not in one inside it. */
function hasFocus(): boolean {
  const inner = document.activeElement?.localName;
  return document.hasFocus() && inner !== "iframe" && inner !== "frame";
}

function ask(role: FrameRole, found: Found | undefined, by: AskedBy): PageReply {
  if (found) role.ask(found, by);
  return { shown: found !== undefined };
}

function followPointer(role: FrameRole, lifetime: Lifetime): void {
  let lastKey: number | undefined;
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.isTrusted && isEditable(event.composedPath()[0])) lastKey = event.timeStamp;
    },
    { capture: true, passive: true, signal: lifetime.signal },
  );
  watchPointer(
    {
      onLook(place) {
        if (!lifetime.alive()) return;
        role.seen(place);
        const found = isTyping(lastKey, performance.now())
          ? undefined
          : mentionAtPoint(place.x, place.y);
        if (found) role.over(found, place);
        else role.away(place);
      },
      onAway: (place) => role.away(place),
    },
    lifetime.signal,
  );
}

function isEditable(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.localName === "input" || target.localName === "textarea")
  );
}

function closeOnPageEvents(role: FrameRole, signal: AbortSignal): void {
  const options = { capture: true, signal };
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !event.isTrusted || !role.isOpen()) return;
      // This Esc is for the card: the site's dialog below it stays open.
      event.preventDefault();
      event.stopImmediatePropagation();
      role.dismiss();
    },
    options,
  );
  document.addEventListener(
    "pointerdown",
    (event) => {
      if (event.isTrusted && !role.owns(event.target)) role.dismiss();
    },
    { ...options, passive: true },
  );
  document.addEventListener(
    "scroll",
    (event) => {
      const element = role.element();
      if (element && event.target && holds(event.target, element)) role.dismiss();
    },
    { ...options, passive: true },
  );
  addEventListener("pagehide", () => role.drop(), { signal });
  addEventListener("popstate", () => role.dismiss(), { signal });
  // Firefox has it from 147 on; there and before, the card closes when its word is gone (card.ts).
  globalThis.navigation?.addEventListener("currententrychange", () => role.dismiss(), { signal });
}
