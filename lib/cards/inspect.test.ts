import { describe, expect, test, vi } from "vitest";
import type { PageReply } from "../messages/page-messages.ts";
import { type InspectParts, inspectFocus, inspectFromMenu } from "./inspect.ts";

const query = { kind: "email", value: "ada@example.com" } as const;
const ada = { kind: "query", query } as const;

function parts(replies: (PageReply | undefined | Error)[]) {
  return {
    tell: vi.fn(async () => {
      const reply = replies.shift();
      if (reply instanceof Error) throw reply;
      return reply;
    }),
    inject: vi.fn(async () => {}),
    openPopup: vi.fn(async () => {}),
    remember: vi.fn(async () => {}),
  } satisfies InspectParts;
}
const nobody = () => new Error("Could not establish connection. Receiving end does not exist.");

describe("the context menu", () => {
  test("shows the card where the menu was opened", async () => {
    const p = parts([{ shown: true }]);
    await inspectFromMenu(p, ada, 7, 2);
    expect(p.tell).toHaveBeenCalledWith(7, { type: "look-up-menu", sought: query }, 2);
    expect(p.remember).toHaveBeenCalledWith(query);
    expect(p.inject).not.toHaveBeenCalled();
    expect(p.openPopup).not.toHaveBeenCalled();
  });

  test("on a site that is off, the click itself lets the script in", async () => {
    const p = parts([nobody(), { shown: true }]);
    await inspectFromMenu(p, ada, 7, undefined);
    expect(p.inject).toHaveBeenCalledWith(7);
    expect(p.tell).toHaveBeenCalledTimes(2);
    expect(p.openPopup).not.toHaveBeenCalled();
  });

  test("on a page that cannot be scripted the answer opens in the popup", async () => {
    const p = parts([nobody()]);
    p.inject.mockRejectedValue(new Error("Cannot access a chrome:// URL"));
    await inspectFromMenu(p, ada, 7, 0);
    expect(p.openPopup).toHaveBeenCalledWith(ada);
  });

  test("free text goes to the popup's search", async () => {
    const p = parts([]);
    await inspectFromMenu(p, { kind: "search", text: "Ada" }, 7, 0);
    expect(p.tell).not.toHaveBeenCalled();
    expect(p.openPopup).toHaveBeenCalledWith({ kind: "search", text: "Ada" });
  });

  test("a field in which nobody stands opens the popup at its search field", async () => {
    const p = parts([{ shown: false }]);
    await inspectFromMenu(p, undefined, 7, 0);
    expect(p.openPopup).toHaveBeenCalledWith(undefined);
  });
});

describe("the command", () => {
  test("asks the frame with the focus", async () => {
    const p = parts([{ shown: true }]);
    await inspectFocus(p, 7);
    expect(p.tell).toHaveBeenCalledWith(7, { type: "look-up-focus" }, undefined);
    expect(p.openPopup).not.toHaveBeenCalled();
  });

  test("with nobody to show, or no tab, opens the popup", async () => {
    const p = parts([{ shown: false }]);
    await inspectFocus(p, 7);
    await inspectFocus(p, undefined);
    expect(p.openPopup).toHaveBeenCalledTimes(2);
  });
});
