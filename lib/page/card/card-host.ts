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
 * disconnect the card's port and make it wake the worker again.
 */
export const HIDDEN_CARD_KEEP_MS = 20_000;

/**
 * How many times to check, once the card is visible, whether the site opens something of its own next to the word. The
 * checks take one second, in which tooltips and hover cards appear.
 */
const POPUP_LOOKS = 5;

/**
 * The one element that the extension adds to a page: a host in the top layer whose closed shadow root contains the
 * card's frame (design, invariant 1). Its two sizes are the same whatever the card shows. Boxes are in CSS px.
 */
export interface CardHost {
  /**
   * Adds the host with its frame to the page, where it can be visible next to an element. Resolves once the page has been
   * rendered with it, hidden.
   *
   * @param near the element that contains the mention
   * @returns whether there is a host
   */
  ready(near: Element): Promise<boolean>;
  /**
   * Places the card next to a mention's box, drawn but not visible yet: the browser would first show what the frame
   * painted last, which could be about someone else.
   *
   * @param expanded whether it has its second size
   */
  draw(box: Box, expanded: boolean): void;
  /** Places it next to a mention's box again without changing its visibility, even if the page has hidden it. */
  place(box: Box, expanded: boolean): void;
  /** Gives it its second size, or the first one again, next to the same box. */
  resize(box: Box, expanded: boolean): void;
  /** Makes it visible where `draw` has placed it. */
  reveal(): void;
  hide(): void;
  /** Moves the keyboard focus into the card. */
  focus(): void;
  hasFocus(): boolean;
  /** Moves the keyboard focus out of the card. @param to where it was before */
  giveBackFocus(to: KeyboardPlace | undefined): void;
  /** The card's box, or undefined while it is hidden. */
  box(): Box | undefined;
  /** What the page has done to it since it was drawn. @param near as for `ready` */
  condition(near: Element): HostCondition;
  /** Whether an event's target is the host: a click in the card isn't a click outside it. */
  owns(target: EventTarget | null): boolean;
  remove(): void;
}

export interface CardHostParts {
  /** Returns the card's URL with a new ticket, or undefined if the background refuses one. */
  frameUrl: () => Promise<string | undefined>;
  /** The pointer enters the card, if the browser notifies the page about it. */
  onPointer: () => void;
  /** Called every WORD_CHECK_MS while the host is in the page. */
  onWatch: () => void;
}

export function createCardHost({ frameUrl, onPointer, onWatch }: CardHostParts): CardHost {
  let host: HostElement | undefined;
  let keyboard: CardKeyboard | undefined;
  let loading: Promise<void> | undefined;
  /** The element that the host should be next to once it is loaded. */
  let wantedNear: Element | null = null;
  let drawnAt: Box | undefined;
  let word: Box | undefined;
  /** How many checks are left for whether the card covers something of the site. */
  let popupLooks = 0;
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setInterval> | undefined;
  let loads = 0;

  /** An invisible frame is unloaded after a while. */
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
    // Another host was requested meanwhile, or it isn't wanted any more.
    if (mine !== loads) return;
    if (!url) return remove();
    host = createHostElement(url);
    host.frame.addEventListener("pointerenter", onPointer);
    keyboard = globalThis.keycardLookupKeyboard?.ofCard(host);
    parentFor(wantedNear).append(host.element);
    // Its style is computed here: whoever does it causes what the page's rules request, and the browser's report to the
    // page depends on whether that was the page.
    void host.element.clientWidth;
    watch = setInterval(onWatch, WORD_CHECK_MS);
    // After the next frame: if it were drawn at once, the page would sometimes see it in one step and sometimes in two.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
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
    if (!host || !drawnAt || !word || !popupLooks) return false;
    popupLooks--;
    return coversAny(drawnAt, sitePopups(word, wantedNear, host.element));
  }

  return {
    async ready(near) {
      clearTimeout(forgetting);
      wantedNear = near;
      // Moving it means a new frame.
      if (host && !isIntact(host, near)) remove();
      loading ??= load();
      await loading;
      if (host) rest();
      return !!host;
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
    owns: (target) => target === host?.element,
    remove,
  };
}
