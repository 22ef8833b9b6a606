import type { StorageArea } from "../storage.ts";

/**
 * Whether pages of the extension are light or dark. It has a key of its own, apart from the other settings: each page
 * reads it before it draws anything, and no organization sets it.
 */
const KEY = "theme";

/** The system's, or a chosen one. */
export const THEMES = ["system", "light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

/** An unknown or missing theme means the system's. */
export function themeOf(stored: unknown): Theme {
  return THEMES.find((theme) => theme === stored) ?? "system";
}

export async function readTheme(area: Pick<StorageArea, "get">): Promise<Theme> {
  return themeOf((await area.get(KEY))[KEY]);
}

/** What to store for a theme. */
export function storedTheme(theme: Theme): Record<string, Theme> {
  return { [KEY]: theme };
}

/** The theme among changes of a storage area, as the browser reports them; undefined if it isn't among them. */
export function themeAmong(changes: Record<string, { newValue?: unknown }>): Theme | undefined {
  return KEY in changes ? themeOf(changes[KEY]?.newValue) : undefined;
}
