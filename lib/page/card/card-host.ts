import { WORD_CHECK_MS } from "../../limits.ts";
import type { CardKeyboard } from "../keyboard/card-keyboard.ts";
import type { KeyboardPlace } from "../keyboard/keyboard-place.ts";
import { conditionOf, type HostCondition, isIntact } from "./host-condition.ts";
import { createHostElement, type HostElement, setBox, setVisibility } from "./host-element.ts";
import { parentFor, viewSize } from "./host-parent.ts";
import { closePopover, openPopover } from "./host-popover.ts";
import { type Box, CARD_SIZE, coversAny, MORE_SIZE, place, placeAgain } from "./placement.ts";
import { sitePopups } from "./site-popups.ts";

/**
 * Milliseconds that a hidden card stays loaded: less than the 30 s after which an idle worker is stopped, which would
 * cut the card's line and have it wake the worker again.
 */
export const HIDDEN_CARD_KEEP_MS = 20_000;

/**
 * How often it is looked, once the card stands, whether the site opens something of its own beside the word: for a
 * second, after which tooltips and hovercards have come.
 */
const POPUP_LOOKS = 5;

/**
 * The one element that the extension adds to a page: a host in the top layer whose closed shadow root
 * holds the card's frame (design, invariant 1). Its size, and its second one, are the same whatever the card shows.
 * Boxes are in CSS px.
 */
export interface CardHost {
  /**
   * Has the host in the page, with its frame, where it can be seen beside an element.
   *
   * @param near the element that the mention was read from
   * @returns whether there is one
   */
  ready(near: Element): Promise<boolean>;
  /**
   * Puts the card beside a mention's box, drawn but not yet to be seen: the browser would first show what the frame
   * painted last, which may be somebody else.
   *
   * @param expanded in its second size
   */
  draw(box: Box, expanded: boolean): void;
  /** Puts it beside a mention's box again, as visible as it is, also when the page has hidden it. */
  place(box: Box, expanded: boolean): void;
  /** Gives it its second size, or its first again, beside the same box. */
  resize(box: Box, expanded: boolean): void;
  /** Lets it be seen, where `draw` has put it. */
  reveal(): void;
  hide(): void;
  /** Moves the keyboard into the card. */
  focus(): void;
  hasFocus(): boolean;
  /** Moves the keyboard out of the card. @param to where it was before */
  giveBackFocus(to: KeyboardPlace | undefined): void;
  /** Where the card is, or undefined while it is hidden. */
  box(): Box | undefined;
  /** What the page has done to it since it was drawn. @param near as for `ready` */
  condition(near: Element): HostCondition;
  /** Whether an event's target is the host: what happens in the card is no click outside. */
  owns(target: EventTarget | null): boolean;
  remove(): void;
}

export interface CardHostParts {
  /** The card's URL with a fresh ticket, or undefined when the background gives none. */
  frameUrl: () => Promise<string | undefined>;
  /** The pointer enters the card, where the browser tells the page so. */
  onPointer: () => void;
  /** Called every WORD_CHECK_MS while the host is in the page. */
  onWatch: () => void;
}

export function createCardHost({ frameUrl, onPointer, onWatch }: CardHostParts): CardHost {
  let host: HostElement | undefined;
  let keyboard: CardKeyboard | undefined;
  let loading: Promise<void> | undefined;
  /** Beside what the host is to stand, once it is loaded. */
  let wantedNear: Element | null = null;
  let drawnAt: Box | undefined;
  let word: Box | undefined;
  /** How often it is yet to be looked whether the card stands in the site's way. */
  let popupLooks = 0;
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setInterval> | undefined;
  let loads = 0;

  /** A frame that is not seen is unloaded after a while. */
  function rest(): void {
    clearTimeout(forgetting);
    if (!drawnAt) forgetting = setTimeout(remove, HIDDEN_CARD_KEEP_MS);
  }

  function remove(): void {
    loads++;
    clearTimeout(forgetting);
    clearInterval(watch);
    keyboard?.end();
    keyboard = undefined;
    host?.element.remove();
    host = undefined;
    loading = undefined;
    drawnAt = undefined;
  }

  async function load(): Promise<void> {
    const mine = ++loads;
    const url = await frameUrl();
    // Another was asked for meanwhile, or none any more.
    if (mine !== loads) return;
    if (url === undefined) return remove();
    host = createHostElement(url);
    host.frame.addEventListener("pointerenter", onPointer);
    keyboard = globalThis.keycardLookupKeyboard?.ofCard(host);
    parentFor(wantedNear).append(host.element);
    watch = setInterval(onWatch, WORD_CHECK_MS);
  }

  function put(element: HostElement, box: Box): void {
    clearTimeout(forgetting);
    drawnAt = box;
    setBox(element, box, element.element.parentElement?.currentCSSZoom ?? 1);
  }

  function putBeside(element: HostElement, box: Box, expanded: boolean): void {
    const popups = sitePopups(box, wantedNear, element.element);
    put(element, place(box, expanded ? MORE_SIZE : CARD_SIZE, viewSize(), popups));
  }

  function isInTheWay(): boolean {
    if (!host || !drawnAt || !word || popupLooks === 0) return false;
    popupLooks--;
    return coversAny(drawnAt, sitePopups(word, wantedNear, host.element));
  }

  return {
    async ready(near) {
      clearTimeout(forgetting);
      wantedNear = near;
      // Moving it elsewhere means a new frame.
      if (host && !isIntact(host, near)) remove();
      loading ??= load();
      await loading;
      if (host) rest();
      return host !== undefined;
    },
    draw(box, expanded) {
      if (!host) return;
      word = box;
      popupLooks = POPUP_LOOKS;
      putBeside(host, box, expanded);
      setVisibility(host, "drawn");
      closePopover(host);
      openPopover(host);
    },
    place(box, expanded) {
      if (!host) return;
      putBeside(host, box, expanded);
      openPopover(host);
    },
    resize(box, expanded) {
      if (!host || !drawnAt) return;
      const size = expanded ? MORE_SIZE : CARD_SIZE;
      put(host, placeAgain(drawnAt, box, size, viewSize()));
    },
    reveal() {
      if (host && drawnAt) setVisibility(host, "shown");
    },
    hide() {
      drawnAt = undefined;
      if (!host) return;
      rest();
      setVisibility(host, "hidden");
      closePopover(host);
    },
    focus: () => keyboard?.take(),
    hasFocus: () => keyboard?.isIn() ?? false,
    giveBackFocus: (to) => keyboard?.giveBack(to),
    box: () => drawnAt,
    condition(near) {
      const condition = host ? conditionOf(host, near, drawnAt) : "gone";
      return condition === "usable" && isInTheWay() ? "in-the-way" : condition;
    },
    owns: (target) => host !== undefined && target === host.element,
    remove,
  };
}
