import type { Page } from "@playwright/test";

/** What is to be seen in a fixture, or in a section of it. */
export interface Looks {
  /** Its place among the sections of the page; none where the page is looked at as a whole. */
  section?: number;
  /** One for each kind of element: what it is, in which state, and all that its styles make of it but its size. */
  kinds: string[];
  /** In the dark: one for each color of text on each color of ground. */
  darkColors: string[];
}

/** @param bySection whether each section of the page is looked at by itself */
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

  /** What is only heard has no size. */
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
      // An icon is known by its lines.
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
