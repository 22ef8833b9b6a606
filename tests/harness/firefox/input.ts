import type { Marionette } from "./marionette.ts";

/** A user's mouse and keyboard in the active tab: the browser treats it as real input. */
export interface Input {
  /** Moves the pointer to CSS px of the window, over some time (ms) as a hand does. */
  move(x: number, y: number, ms?: number): Promise<void>;
  /** Presses and releases a mouse button where the pointer is. */
  click(button?: "left" | "right"): Promise<void>;
  wheel(dy: number): Promise<void>;
  /** Types a text, key by key. */
  type(text: string): Promise<void>;
  /** @param keys names of keys that are pressed together, such as `Shift+Tab` or `Enter` */
  press(keys: string): Promise<void>;
  /** The same, but handled by the browser before the page: for its shortcuts. */
  pressShortcut(keys: string): Promise<void>;
}

/** WebDriver's table: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Record<string, string> = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  Space: " ",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

/** @param bringToFront makes sure that the input reaches the right page */
export function inputTo(marionette: Marionette, bringToFront: () => Promise<void>): Input {
  let at = { x: 0, y: 0 };

  async function perform(device: object, actions: object[], send = marionette.content) {
    await bringToFront();
    await send("WebDriver:PerformActions", { actions: [{ ...device, actions }] });
  }
  const mouse = (...actions: object[]) =>
    perform({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" } }, actions);
  const KEYBOARD = { type: "key", id: "keyboard" };
  const keyboard = (...actions: object[]) => perform(KEYBOARD, actions);
  const down = (value: string) => ({ type: "keyDown", value });
  const up = (value: string) => ({ type: "keyUp", value });

  function together(keys: string): object[] {
    const values = keys.split("+").map((key) => KEYS[key] ?? key);
    return [...values.map(down), ...values.toReversed().map(up)];
  }

  return {
    move(x, y, ms = 0) {
      at = { x: Math.round(x), y: Math.round(y) };
      return mouse({ type: "pointerMove", origin: "viewport", duration: ms, ...at });
    },
    click(which = "left") {
      const button = which === "left" ? 0 : 2;
      return mouse({ type: "pointerDown", button }, { type: "pointerUp", button });
    },
    wheel: (deltaY) =>
      perform({ type: "wheel", id: "wheel" }, [
        { type: "scroll", origin: "viewport", ...at, deltaX: 0, deltaY },
      ]),
    type: (text) => keyboard(...[...text].flatMap((key) => [down(key), up(key)])),
    press: (keys) => perform(KEYBOARD, together(keys)),
    pressShortcut: (keys) => perform(KEYBOARD, together(keys), marionette.window),
  };
}
