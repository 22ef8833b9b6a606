import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from "../lib/limits.ts";

/** A page of the extension: its folder in entrypoints/. */
export type PageName = "card" | "popup" | "sidepanel" | "options";

/** The page of a fixture file's component: that of its folder, and for shared parts the card. */
export function pageOf(component: string): PageName {
  const [folder = ""] = component.split("/");
  // Lists of people, which only the popup shows.
  if (folder === "people") return "popup";
  return folder === "popup" || folder === "sidepanel" || folder === "options" ? folder : "card";
}

/** The usual sizes of the extension's pages, in CSS px. */
export const PAGE_SIZES: Record<PageName, { width: number; height: number }> = {
  card: { width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX },
  popup: { width: 400, height: 600 },
  sidepanel: { width: 360, height: 800 },
  options: { width: 760, height: 800 },
};
