import { render } from "preact";
import { sayLanguage } from "../components/parts/app-root.ts";
import type { Fixture } from "../components/testing/fixture.ts";
import { atRest } from "./at-rest.ts";
import { bundledFonts } from "./fonts.ts";
import { type PageName, pageOf } from "./page-of.ts";
import { applyPageStyles } from "./page-styles.ts";
import { Surroundings } from "./surroundings.tsx";

/** How long required texts can take to appear on a busy machine, ms. */
const PATIENCE_MS = 20_000;

const modules = import.meta.glob<Fixture[]>("../components/**/*.fixtures.tsx", {
  import: "fixtures",
});

/** What tests use of the stage. */
export interface Stage {
  /** Names of the fixtures of the component on the stage. */
  names: string[];
  /** Puts another component on the stage, with the styles of its page; nothing is loaded again. */
  open(component: string): Promise<void>;
  /** Draws a fixture, and waits until it is at rest. @returns the required texts that are missing */
  show(name: string): Promise<string[]>;
  /** What keeps moving in the fixture that was shown last. */
  moving(): string[];
}

declare global {
  interface Window {
    stage?: Stage;
  }
}

/** @param first path of a fixture file below components/, without extension */
export async function setTheStage(first: string): Promise<void> {
  sayLanguage();
  bundledFonts();
  const app = document.querySelector("#app");
  if (!app) return;

  let page: PageName = "card";
  let fixtures: Fixture[] = [];
  let moving: string[] = [];

  const stage: Stage = {
    names: [],
    async open(component) {
      if (!app.isConnected) throw new Error("An earlier test has removed the stage from its page.");
      render(null, app);
      app.replaceChildren();
      page = pageOf(component);
      applyPageStyles(page);
      fixtures = (await modules[`../components/${component}.fixtures.tsx`]?.()) ?? [];
      stage.names = fixtures.map(({ name }) => name);
    },
    async show(name) {
      const fixture = fixtures.find((one) => one.name === name);
      if (!fixture) throw new Error(`No fixture on the stage is called “${name}”.`);
      render(null, app);
      window.scrollTo(0, 0);
      render(fixture.render(), app);
      if (!app.querySelector("main"))
        render(<Surroundings page={page}>{fixture.render()}</Surroundings>, app);
      const missing = () => missingOf(fixture.shows, app);
      const end = performance.now() + PATIENCE_MS;
      do await atRest();
      while (isEnglish() && missing().length > 0 && performance.now() < end);
      moving = [...endAnimations(), ...ownBars(app)];
      return missing();
    },
    moving: () => moving,
  };

  const showAsked = () => {
    const name = decodeURIComponent(location.hash.slice(1)) || stage.names[0];
    if (name) void stage.show(name);
  };
  await stage.open(first);
  window.stage = stage;
  if (location.hash) showAsked();
  addEventListener("hashchange", showAsked);
}

/**
 * Finishes animations with an end, such as a delayed appearance, and cancels endless ones. @returns the latter, by name
 */
function endAnimations(): string[] {
  const endless: string[] = [];
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) {
      endless.push(animation instanceof CSSAnimation ? animation.animationName : animation.id);
      animation.cancel();
    } else animation.finish();
  return endless;
}

/** Progress bars that the browser itself animates unconditionally: not animations that could be ended. */
function ownBars(root: Element): string[] {
  const bars = [...root.querySelectorAll("progress:indeterminate")];
  return bars
    .filter((bar) => getComputedStyle(bar).appearance !== "none")
    .map(({ className }) => `progress.${className}`);
}

/** In other languages, and in pseudo-English, the texts are different. */
const isEnglish = () => (new URLSearchParams(location.search).get("in") ?? "en") === "en";

function missingOf(shows: readonly string[], root: Element): string[] {
  const words = wordsIn(root);
  return shows.filter((text) => !words.includes(text));
}

/** Everything that can be read or is a label, as one text. */
function wordsIn(root: Element): string {
  const names = [...root.querySelectorAll("[aria-label]")].map(
    (element) => element.getAttribute("aria-label") ?? "",
  );
  return [root.textContent, ...names].join("\n");
}
