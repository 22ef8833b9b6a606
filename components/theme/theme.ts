import { readTheme, type Theme, themeAmong, themeOf } from "../../lib/settings/theme.ts";

type Changes = Record<string, { newValue?: unknown }>;

/** The storage area with the settings, as far as the theme needs it. */
export interface ThemeArea {
  get(key: string | null): Promise<Record<string, unknown>>;
  onChanged: { addListener(listener: (changes: Changes) => void): void };
}

/** Applies the user's theme to this page, and each change at once. Resolves when the first is applied. */
export async function followTheme(
  area: ThemeArea,
  drawn: (theme: Theme) => void = () => undefined,
): Promise<void> {
  let changed: Theme | undefined;
  area.onChanged.addListener((changes) => {
    changed = themeAmong(changes) ?? changed;
    if (changed) drawThen(changed);
  });
  const read = await readTheme(area);
  // The user can have changed it meanwhile.
  if (!changed) drawThen(read);

  function drawThen(theme: Theme) {
    draw(theme);
    drawn(theme);
  }
}

const COPY = "theme";

/**
 * The same for a page that is painted while it loads: it begins with a copy of the theme that can be read
 * synchronously, so that a dark page doesn't begin white.
 */
export function followThemeFromStart(area: ThemeArea, copies: Storage): Promise<void> {
  draw(themeOf(copies.getItem(COPY)));
  return followTheme(area, (theme) => {
    if (theme === "system") copies.removeItem(COPY);
    else copies.setItem(COPY, theme);
  });
}

/** theme.css has the colors of both. */
function draw(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
}
