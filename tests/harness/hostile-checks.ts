import {
  type BrowserContext,
  type ConsoleMessage,
  type Dialog,
  expect,
  type Frame,
  type Page,
  type WebError,
} from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

/** What went wrong in the extension's documents and its worker, as the browser reports it. */
export interface Watch {
  /**
   * Ends the watch. Fails if there was a dialog, a content security policy violation, an error, or a changed prototype.
   */
  expectQuiet(): Promise<void>;
}

/** Watches everything that is opened from now on. */
export async function watch({ context, worker }: ExtensionBrowser): Promise<Watch> {
  const trouble: string[] = [];
  const onDialog = (dialog: Dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  };
  const onConsole = (message: ConsoleMessage) => {
    // A reply with an error status is reported as an error, too.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      trouble.push(`console: ${message.text().slice(0, 300)}`);
  };
  const onError = (error: WebError) =>
    trouble.push(`error: ${error.error().message.slice(0, 300)}`);
  context.on("dialog", onDialog).on("console", onConsole).on("weberror", onError);
  const breaches = await reportBreaches(context);
  await (await worker()).evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    addEventListener("securitypolicyviolation", (event) => heard.push(event.violatedDirective));
    addEventListener("unhandledrejection", (event) => heard.push(String(event.reason)));
    addEventListener("error", (event) => heard.push(event.message));
  });
  return {
    async expectQuiet() {
      expect(trouble).toEqual([]);
      const inWorker = await (await worker()).evaluate(() => ({
        heard: (globalThis as unknown as { heard: string[] }).heard,
        polluted: "polluted" in {} || "email" in {},
      }));
      expect(inWorker).toEqual({ heard: [], polluted: false });
      context.off("dialog", onDialog).off("console", onConsole).off("weberror", onError);
      await breaches.dispose();
    },
  };
}

/** A violation event in any document becomes a line in the console. */
function reportBreaches(context: BrowserContext) {
  return context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      console.error(`breach of ${violatedDirective}: ${blockedURI}`),
    );
  });
}

/** All elements and attributes that the extension's pages use. */
const ELEMENTS =
  "html head meta title link script body div main header section footer article nav form fieldset legend label input select option button textarea ul li ol dl dt dd p h1 h2 h3 h4 span strong code mark del ins bdi time a svg path circle rect line g progress details summary";
const ATTRIBUTES =
  "charset name content rel as href src type crossorigin lang class id role title for value placeholder disabled tabindex maxlength autocomplete autocapitalize spellcheck checked open target datetime rows viewbox d cx cy r x y x1 x2 y1 y2 rx ry width height fill stroke focusable novalidate hidden selected dir wrap accept stroke-width stroke-linecap stroke-linejoin xmlns max min step inputmode readonly";

/** Checks a document of the extension: no element or link comes from the data, and nothing is out of place. */
export async function expectInert(view: Page | Frame, what: string): Promise<void> {
  const found = await view.evaluate(inspectDocument, {
    elements: ELEMENTS.split(" "),
    attributes: ATTRIBUTES.split(" "),
    console: "https://console.keycard.ai",
  });
  expect(found, what).toEqual([]);
}

/** Runs in the document. @returns what is wrong */
function inspectDocument(known: {
  elements: string[];
  attributes: string[];
  console: string;
}): string[] {
  const wrong: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    if (!known.elements.includes(element.localName)) wrong.push(`element ${element.localName}`);
    for (const { name, value } of element.attributes) {
      const own =
        /^(aria|data)-[a-z-]+$/.test(name) ||
        known.attributes.includes(name.toLowerCase()) ||
        (name === "style" && value === "");
      if (!own)
        wrong.push(
          `attribute ${name} of ${element.localName}.${element.className}: ${value.slice(0, 50)}`,
        );
      const code = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.exec(value)?.[0].charCodeAt(0);
      if (code !== undefined && name !== "data-user-id" && name !== "value")
        wrong.push(`U+${code.toString(16)} in attribute ${name}`);
      if (value.length > 10_000) wrong.push(`${value.length} characters in ${name}`);
    }
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    const { protocol, origin, pathname, hash } = new URL(link.href);
    // A section of the options.
    if (origin === location.origin && pathname === "/options.html" && /^#[a-z]+$/.test(hash))
      continue;
    if (protocol !== "https:" || origin !== known.console) wrong.push(`link to ${link.href}`);
    if (!/noopener/.test(link.rel) || !/noreferrer/.test(link.rel)) wrong.push("link with opener");
  }
  // Invisible characters are in their own boxes, which name them.
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    // Between the elements of the document as it was served.
    if (node.parentElement === document.body) continue;
    const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(node.textContent ?? "");
    const host = node.parentElement;
    if (unseen && !host?.matches(".unseen[data-code], script"))
      wrong.push(`unseen characters in ${host?.localName}.${host?.className}`);
  }
  if ("polluted" in {} || "email" in {}) wrong.push("a changed prototype");

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) wrong.push(`${scrollWidth} px wide in ${clientWidth}`);
  for (const box of document.querySelectorAll(
    ".card-body, .person-body, .search-body, .panel-body",
  ))
    if (box.scrollWidth > box.clientWidth + 1)
      wrong.push(`${box.className} scrolls sideways by ${box.scrollWidth - box.clientWidth}`);
  // What paints outside its line (combining marks) is clipped by its own element, before it reaches another.
  for (const inert of document.querySelectorAll(".inert")) {
    if ((inert.textContent?.match(/\p{M}/gu)?.length ?? 0) < 20) continue;
    let part: Element | null = inert;
    while (part && getComputedStyle(part).overflowY === "visible") part = part.parentElement;
    if (!part || part.matches(".card-body, .person-body, .search-body, .panel-body, html, body"))
      wrong.push(
        `nothing clips the content of ${inert.parentElement?.className || inert.parentElement?.localName}`,
      );
  }
  // The parts of an article are below one another, and its actions can be clicked.
  for (const article of document.querySelectorAll("article")) {
    const parts = [...article.children].filter(
      (part) => getComputedStyle(part).position !== "sticky",
    );
    for (const [n, part] of parts.entries()) {
      const next = parts[n + 1];
      if (next && part.getBoundingClientRect().bottom > next.getBoundingClientRect().top + 1)
        wrong.push(`${part.className} over ${next.className}`);
    }
  }
  const bars = ".card-bar button, .person-bar button, .popup-bar button, .panel-tools button";
  const actions = document.querySelector("article .user-actions");
  const buttons = [
    ...document.querySelectorAll(bars),
    ...(actions?.querySelectorAll("button, a") ?? []),
  ];
  for (const button of buttons) {
    const { x, y, width, height } = button.getBoundingClientRect();
    if (x < 0 || y < 0 || x + width > innerWidth + 1 || y + height > innerHeight + 1)
      wrong.push(`${button.ariaLabel} is out of sight`);
    else if (!button.contains(document.elementFromPoint(x + width / 2, y + height / 2)))
      wrong.push(`something covers ${button.ariaLabel}`);
  }
  return [...new Set(wrong)];
}
