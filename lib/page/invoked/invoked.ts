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
  /** Left by page-invoked.js in the content scripts' own world; the background calls it. */
  var keycardLookupInvoked: typeof answerInvocation | undefined;
}

/**
 * Shows, or has shown by the top frame, whom command or menu ask for in this frame.
 *
 * @param query whom the menu names (selection, link); undefined in a field: whoever stands there
 * @param word selected, which names nobody by itself: whoever it's a part of
 * @param isInside the menu was opened in a frame inside the page: the top frame only says whether it can draw a card
 * @returns undefined when it is not this frame that is asked, or nobody is mentioned there
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
  // A name, as it is selected: whoever has the command pressed there means what the menu does.
  if (!found) return text === "" ? undefined : { type: "selected", text };
  if (by === "keyboard")
    globalThis.keycardLookupKeyboard?.lend(() => {
      if (isTop) page.role.dismiss();
      // Whoever moves the pointer meanwhile is not pointing at anybody, but has asked all the same.
      else void page.background.send("tellTopFrame", { input: { type: "dismiss" } });
    });
  return page.role.ask(found, by, pointer);
}
