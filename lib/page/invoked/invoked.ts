import type { InvokedBy } from "../../contract/content-scripts.ts";
import type { InvocationReport } from "../../contract/invocation-report.ts";
import { SEARCH_MAX_CHARS } from "../../limits.ts";
import type { Query } from "../../query.ts";
import { isCardless } from "../cardless.ts";
import { focusedFrame, outOfFrame } from "../frames.ts";
import { mentionAroundWord } from "./mention-around-word.ts";
import { mentionAtMenu } from "./mention-at-menu.ts";
import { mentionOfFocus } from "./mention-of-focus.ts";
import { selectedText } from "./selected-text.ts";

declare global {
  /** Set by page-invoked.js in the content scripts' isolated world. The background calls it. */
  var keycardLookupInvoked: typeof answerInvocation | undefined;
}

/**
 * Shows who the command or the context menu refers to in this frame, or has the top frame show them.
 *
 * @param query the person that the menu item names (selection, link); undefined in a field, where the text at the click
 * decides
 * @param word a selected word that contains no mention: look for the mention or the name that it is part of
 * @param isInside the menu was opened in a sub-frame; the top frame then only reports whether it can't draw a card
 * @returns undefined if the request isn't about this frame, or if no one is mentioned there
 */
export async function answerInvocation(
  by: InvokedBy,
  query?: Query,
  word?: string,
  isInside = false,
): Promise<InvocationReport | undefined> {
  const page = globalThis.keycardLookup;
  if (!page?.lifetime.alive()) return undefined;
  const isTop = window === window.top;
  const cardless = isTop && isCardless() ? ({ type: "cardless" } as const) : undefined;
  if (isTop && isInside) return cardless;
  const { patterns } = await page.settings();
  const pointer = by === "menu" ? page.menuPlace() : undefined;
  if (by === "keyboard") {
    if (!document.hasFocus()) return undefined;
    const inner = focusedFrame();
    if (inner) {
      const { x, y } = outOfFrame(inner)(0, 0);
      return cardless ?? { type: "around", left: x, top: y };
    }
  }
  const found =
    by === "keyboard"
      ? mentionOfFocus(patterns)
      : word === undefined
        ? mentionAtMenu(pointer, query, patterns)
        : mentionAroundWord(word, pointer, patterns);
  const text = by === "keyboard" && !found ? selectedText().trim().slice(0, SEARCH_MAX_CHARS) : "";
  if (cardless) {
    if (found) return { ...cardless, meant: { kind: "query", query: found.query } };
    return text === "" ? cardless : { ...cardless, meant: { kind: "search", text } };
  }
  // A selected name: pressing the command on it means the same as the menu item.
  if (!found) return text === "" ? undefined : { type: "selected", text };
  if (by === "keyboard")
    globalThis.keycardLookupKeyboard?.lend(() => {
      if (isTop) page.role.dismiss();
      // A pointer that moves meanwhile isn't on a mention, but there is still a request to dismiss.
      else void page.background.send("tellTopFrame", { input: { type: "dismiss" } });
    });
  return page.role.ask(found, by, pointer);
}
