import { describe, expect, test, vi } from "vitest";
import type { InvocationReport } from "../contract/invocation-report.ts";
import { type InspectParts, inspectFocus, inspectFromMenu } from "./inspect.ts";

const query = { kind: "email", value: "ada@example.com" } as const;
const ada = { kind: "query", query } as const;
const anchor = { left: 10, top: 20, width: 100, height: 16, isDirect: false };
const shown: InvocationReport = { type: "shown" };
const inFrame: InvocationReport = { type: "in-frame", query, anchor };

/** @param reports the frames' results, by their IDs; an Error if no script can run */
function parts(reports: Record<number, InvocationReport> | Error) {
  return {
    ask: vi.fn(async () => {
      if (reports instanceof Error) throw reports;
      return Object.entries(reports).map(([id, report]) => ({ frameId: Number(id), report }));
    }),
    tell: vi.fn(async () => {}),
    isWithdrawn: vi.fn(async () => false),
    release: vi.fn(async () => {}),
    zoom: vi.fn(async () => 1.5),
    openPopup: vi.fn(async () => {}),
    remember: vi.fn(async () => {}),
  } satisfies InspectParts;
}
const forbidden = new Error("Cannot access a chrome:// URL");

describe("the context menu", () => {
  test("shows the card where the menu was opened", async () => {
    const p = parts({ 0: shown });
    await inspectFromMenu(p, ada, 7, undefined);
    expect(p.ask).toHaveBeenCalledWith(7, "menu", query, 0, undefined);
    expect(p.remember).toHaveBeenCalledWith(query);
    expect(p.tell).not.toHaveBeenCalled();
    expect(p.openPopup).not.toHaveBeenCalled();
  });

  test("makes the top frame show a mention in a sub-frame", async () => {
    const p = parts({ 4: inFrame });
    await inspectFromMenu(p, ada, 7, 4);
    expect(p.ask).toHaveBeenCalledWith(7, "menu", query, 4, undefined);
    const message = { type: "frameInvoked", by: "menu", query, anchor, zoom: 1.5 };
    expect(p.tell).toHaveBeenCalledWith(7, message);
    expect(p.openPopup).not.toHaveBeenCalled();
  });

  test("opens the answer in the popup on a page that doesn't allow scripts", async () => {
    const p = parts(forbidden);
    await inspectFromMenu(p, ada, 7, 0);
    expect(p.openPopup).toHaveBeenCalledWith(ada);
  });

  test("opens the answer in the popup for a frame of such a page", async () => {
    const p = parts({ 4: inFrame });
    p.tell.mockRejectedValue(new Error("Could not establish connection."));
    await inspectFromMenu(p, ada, 7, 4);
    expect(p.openPopup).toHaveBeenCalledWith(ada);
  });

  test.each([
    ["a field", undefined],
    ["a selected word", { kind: "search", text: "ada" } as const],
  ])(
    "for %s in a sub-frame of a page that can't draw a card, opens the popup with the person there",
    async (_, inspection) => {
      const p = parts({ 0: { type: "cardless" }, 4: inFrame });
      await inspectFromMenu(p, inspection, 7, 4);
      expect(p.tell).not.toHaveBeenCalled();
      expect(p.isWithdrawn).not.toHaveBeenCalled();
      expect(p.openPopup).toHaveBeenCalledExactlyOnceWith(ada);
    },
  );

  test("searches in the popup for more words than a name has", async () => {
    const p = parts({ 0: shown });
    const text = "the engine that Ada Lovelace described";
    await inspectFromMenu(p, { kind: "search", text }, 7, 0);
    expect(p.ask).not.toHaveBeenCalled();
    expect(p.openPopup).toHaveBeenCalledWith({ kind: "search", text });
  });

  test("a name of several words refers to the person that it belongs to on the page", async () => {
    const p = parts({ 0: shown });
    await inspectFromMenu(p, { kind: "search", text: "Ada Lovelace" }, 7, 0);
    expect(p.ask).toHaveBeenCalledExactlyOnceWith(7, "menu", undefined, 0, "Ada Lovelace");
    expect(p.openPopup).not.toHaveBeenCalled();
  });

  test("a name can have five words, whatever is between them", async () => {
    const p = parts({ 0: shown });
    const text = "Ada  King,\n Countess of   Lovelace";
    await inspectFromMenu(p, { kind: "search", text }, 7, 0);
    expect(p.ask).toHaveBeenCalledOnce();
    expect(p.openPopup).not.toHaveBeenCalled();
  });

  test("doesn't wait for a key: a mouse was used", async () => {
    const p = parts({ 4: inFrame });
    p.isWithdrawn.mockResolvedValue(true);
    await inspectFromMenu(p, ada, 7, 4);
    expect(p.tell).toHaveBeenCalledOnce();
  });

  test("a word that is part of an address on the page refers to that person", async () => {
    const p = parts({ 3: inFrame });
    await inspectFromMenu(p, { kind: "search", text: "ada" }, 7, 3);
    expect(p.ask).toHaveBeenCalledExactlyOnceWith(7, "menu", undefined, 3, "ada");
    const message = { type: "frameInvoked", by: "menu", query, anchor, zoom: 1.5 };
    expect(p.tell).toHaveBeenCalledWith(7, message);
    expect(p.openPopup).not.toHaveBeenCalled();
  });

  test.each([
    ["belongs to no one", parts({})],
    ["is where no script can run", parts(forbidden)],
  ])("searches in the popup for a word that %s", async (_, p) => {
    await inspectFromMenu(p, { kind: "search", text: "Ada" }, 7, 0);
    expect(p.openPopup).toHaveBeenCalledExactlyOnceWith({ kind: "search", text: "Ada" });
  });

  test("a field without a mention opens the popup at its search field", async () => {
    const p = parts({});
    await inspectFromMenu(p, undefined, 7, 0);
    expect(p.openPopup).toHaveBeenCalledWith(undefined);
  });
});

describe("the command", () => {
  test("opens the popup with the person in a sub-frame of a page that can't draw a card, and releases the frame's keys", async () => {
    const p = parts({ 0: { type: "cardless" }, 4: inFrame });
    await inspectFocus(p, 7);
    expect(p.tell).not.toHaveBeenCalled();
    expect(p.release).toHaveBeenCalledExactlyOnceWith(7);
    expect(p.openPopup).toHaveBeenCalledExactlyOnceWith(ada);
  });

  test.each([
    ["the person that such a page refers to, without a card", ada],
    [
      "the selected text of a page that can't draw a card",
      { kind: "search", text: "Ada" } as const,
    ],
    ["no one, for a page that can't draw a card and refers to no one", undefined],
  ])("opens the popup with %s", async (_, meant) => {
    const p = parts({ 0: { type: "cardless", meant } });
    await inspectFocus(p, 7);
    expect(p.openPopup).toHaveBeenCalledExactlyOnceWith(meant);
  });

  test("opens the popup with that person and releases the frame's keys if no top frame is listening", async () => {
    const p = parts({ 4: inFrame });
    p.tell.mockRejectedValue(new Error("Could not establish connection."));
    await inspectFocus(p, 7);
    expect(p.release).toHaveBeenCalledExactlyOnceWith(7);
    expect(p.openPopup).toHaveBeenCalledExactlyOnceWith(ada);
  });

  test("shows nothing after Esc was pressed in the frame; it asks last, so that no Esc is missed", async () => {
    const p = parts({ 0: { type: "around", left: 0, top: 0 }, 4: inFrame });
    p.isWithdrawn.mockImplementation(async () => {
      expect(p.zoom).toHaveBeenCalled();
      return true;
    });
    await inspectFocus(p, 7);
    expect(p.isWithdrawn).toHaveBeenCalledExactlyOnceWith(7, 4);
    expect(p.release).toHaveBeenCalledExactlyOnceWith(7);
    expect(p.tell).not.toHaveBeenCalled();
    expect(p.openPopup).not.toHaveBeenCalled();
  });

  test("shows the card if a frame doesn't say whether Esc was pressed", async () => {
    const p = parts({ 4: inFrame });
    p.isWithdrawn.mockRejectedValue(new Error("No frame with id 4 in tab with id 7."));
    await inspectFocus(p, 7);
    expect(p.tell).toHaveBeenCalledOnce();
    expect(p.release).not.toHaveBeenCalled();
  });

  test("asks every frame for the focused one", async () => {
    const p = parts({ 0: shown });
    await inspectFocus(p, 7);
    expect(p.ask).toHaveBeenCalledWith(7, "keyboard", undefined, undefined, undefined);
    expect(p.openPopup).not.toHaveBeenCalled();
  });

  test("adds the origins of nested frames, except for the top frame's own, which knows it best", async () => {
    const p = parts({
      0: { type: "around", left: 1_000, top: 2_000 },
      3: { type: "around", left: 7, top: 8 },
      5: { type: "around", left: 30, top: 40 },
      9: inFrame,
    });
    await inspectFocus(p, 7);
    expect(p.tell).toHaveBeenCalledWith(7, {
      type: "frameInvoked",
      by: "keyboard",
      query,
      anchor: { ...anchor, left: 47, top: 68 },
      zoom: 1.5,
    });
  });

  test("searches for a selected text that mentions no one", async () => {
    const p = parts({
      0: { type: "around", left: 0, top: 0 },
      4: { type: "selected", text: "Farah Ndiaye" },
    });
    await inspectFocus(p, 7);
    expect(p.openPopup).toHaveBeenCalledExactlyOnceWith({ kind: "search", text: "Farah Ndiaye" });
  });

  test("searches for the text selected in a sub-frame of a page that can't draw a card", async () => {
    const p = parts({ 0: { type: "cardless" }, 4: { type: "selected", text: "Farah" } });
    await inspectFocus(p, 7);
    expect(p.openPopup).toHaveBeenCalledExactlyOnceWith({ kind: "search", text: "Farah" });
  });

  test("opens the popup if there is no one to show, or no tab", async () => {
    const p = parts({});
    await inspectFocus(p, 7);
    await inspectFocus(p, undefined);
    expect(p.openPopup).toHaveBeenCalledTimes(2);
    expect(p.ask).toHaveBeenCalledTimes(1);
    await inspectFromMenu(p, ada, undefined, undefined);
    expect(p.openPopup).toHaveBeenLastCalledWith(ada);
    expect(p.ask).toHaveBeenCalledTimes(1);
  });

  test("opens the popup if frames answer but none has shown a card", async () => {
    const p = parts({ 3: { type: "around", left: 7, top: 8 } });
    await inspectFocus(p, 7);
    expect(p.openPopup).toHaveBeenCalledWith(undefined);
  });

  test("treats an unknown zoom as none", async () => {
    const p = parts({ 9: inFrame });
    p.zoom.mockRejectedValue(new Error("No tab with id: 7."));
    await inspectFocus(p, 7);
    expect(p.tell).toHaveBeenCalledWith(7, expect.objectContaining({ zoom: 1 }));
  });
});
