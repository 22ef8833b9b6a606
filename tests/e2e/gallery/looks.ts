import type { Page } from "@playwright/test";

/** What is visible in a fixture, or in a section of it. */
export interface Looks {
  /** Its index among the page's sections; absent if the page is taken as a whole. */
  section?: number;
  /** One for each kind of element: what it is, its state, and all its computed styles except its size. */
  kinds: string[];
  /** In dark: one for each text color on each background color. */
  darkColors: string[];
}

/** @param bySection whether each section of the page is taken separately */
export function looksOf(page: Page, bySection: boolean): Promise<Looks[]> {
  return page.evaluate(findLooks, bySection);
}

/** Runs in the page. */
function findLooks(bySection: boolean): Looks[] {
  const STYLES = [
    "display",
    "color",
    "background-color",
    "background-image",
    "border-color",
    "border-style",
    "border-width",
    "border-radius",
    "box-shadow",
    "font-size",
    "font-style",
    "font-weight",
    "text-decoration-line",
    "text-transform",
    "opacity",
    "padding",
    "content",
  ];
  const ATTRIBUTES =
    /^(type|data-state|aria-(busy|checked|current|disabled|expanded|invalid|pressed|selected|sort))$/;
  const STATES = [":checked", ":disabled", ":indeterminate", ":placeholder-shown"];

  const main = document.querySelector("main");
  const roots = bySection ? [...(main?.children ?? [])] : [main];
  const light = roots.map((root) => seen(root).map(kindOf));
  const { theme } = document.documentElement.dataset;
  document.documentElement.dataset["theme"] = "dark";
  const dark = roots.map((root) => seen(root).map(colorsOf));
  document.documentElement.dataset["theme"] = theme;
  return roots.map((_, place) => ({
    ...(bySection && { section: place }),
    kinds: [...new Set(light[place])],
    darkColors: [...new Set(dark[place])],
  }));

  /** Elements for screen readers only have no size. */
  function seen(root: Element | null): Element[] {
    if (!root || root.getBoundingClientRect().height <= 1) return [];
    return [root, ...root.querySelectorAll("*")].filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
    });
  }

  function kindOf(element: Element): string {
    const attributes = [...element.attributes].filter(({ name }) => ATTRIBUTES.test(name));
    return JSON.stringify([
      element.tagName,
      [...element.classList],
      attributes.map(({ name, value }) => `${name}=${value}`),
      STATES.filter((state) => element.matches(state)),
      [null, "::before", "::after"].map((part) => styleOf(element, part)),
      // An icon is identified by its paths.
      element.tagName === "svg" ? element.innerHTML : "",
    ]);
  }

  function styleOf(element: Element, part: string | null): string[] {
    const style = getComputedStyle(element, part);
    if (part && style.content === "none") return [];
    return STYLES.map((name) => style.getPropertyValue(name));
  }

  function colorsOf(element: Element): string {
    const { color, backgroundColor } = getComputedStyle(element);
    return `${color} on ${backgroundColor}`;
  }
}
