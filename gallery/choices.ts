import { signal } from "@preact/signals";
import { SPOKEN } from "./speak.ts";

/** How fixtures are looked at, and which. */

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

/** Kept in the page's address, so that a reload, which each saved file brings about, forgets none of them. */
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
