import { signal } from "@preact/signals";
import { SPOKEN } from "./speak.ts";

/** Which fixtures are shown, and how. */

const MADE_UP: Record<string, string> = {
  pseudo: "Longer, accented",
  rtl: "From right to left",
};
const named = new Intl.DisplayNames("en", { type: "language" });

export const LANGUAGES: Record<string, string> = Object.fromEntries(
  SPOKEN.map((language) => [language, MADE_UP[language] ?? named.of(language) ?? language]),
);

export const THEMES = { system: "As the system", light: "Light", dark: "Dark" };

export const SIZES = { 1: "100 %", 1.5: "150 %", 2: "200 %" };

/** Stored in the page's URL, so that a reload, which each saved file causes, forgets none of them. */
const kept = new URLSearchParams(location.search);

export const choices = {
  in: signal(kept.get("in") ?? "en"),
  theme: signal(kept.get("theme") ?? "system"),
  size: signal(kept.get("size") ?? "1"),
  filter: signal(kept.get("filter") ?? ""),
};

export function choose(what: keyof typeof choices, value: string): void {
  choices[what].value = value;
  kept.set(what, value);
  history.replaceState(null, "", `?${kept}`);
}
