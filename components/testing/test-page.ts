import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";
import { vi } from "vitest";

/** A page to draw components on in tests, with ways to find and use elements by accessible name. */

const root = document.createElement("div");
document.body.append(root);

/** Draws, and waits for what was requested. */
export async function show(content: ComponentChild): Promise<void> {
  await act(() => render(content, root));
  await settle();
}

/** Waits for promises and the renders that follow them. */
export async function settle(): Promise<void> {
  await act(() => new Promise<void>((done) => setTimeout(done)));
}

/** Waits until an assertion holds: long, for a busy machine, but no test hangs forever. */
export const eventually = (assertion: () => void) =>
  vi.waitFor(assertion, { timeout: 30_000, interval: 5 });

export const clear = () => act(() => render(null, root));

export const page = root;

const LABELED = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement];

function nameOf(element: Element): string {
  const labels = LABELED.some((kind) => element instanceof kind)
    ? [...((element as HTMLInputElement).labels ?? [])]
    : [];
  const label = element.getAttribute("aria-label") ?? labels[0]?.textContent;
  return (label ?? element.textContent ?? "").trim();
}

function named<T extends Element>(selector: string, name: string): T | undefined {
  return [...root.querySelectorAll<T>(selector)].find((element) => nameOf(element) === name);
}

function existing<T>(element: T | undefined | null, name: string): T {
  if (!element) throw new Error(`No “${name}” in: ${root.innerHTML}`);
  return element;
}

export const button = (name: string) => existing(named<HTMLButtonElement>("button", name), name);

export const hasButton = (name: string) => named("button", name) !== undefined;

export const field = (name: string) =>
  existing(named<HTMLInputElement>("input:not([type=radio])", name), name);

export const area = (name: string) => existing(named<HTMLTextAreaElement>("textarea", name), name);

export const select = (name: string) => existing(named<HTMLSelectElement>("select", name), name);

export const hasSelect = (name: string) => named("select", name) !== undefined;

/** A switch by name; undefined if there is none. */
export const toggle = (name: string) => named<HTMLButtonElement>("[role=switch]", name);

export const radio = (name: string) =>
  existing(named<HTMLInputElement>("input[type=radio]", name), name);

export const one = <T extends Element = Element>(selector: string) =>
  existing(root.querySelector<T>(selector), selector);

export async function click(element: HTMLElement): Promise<void> {
  await act(() => element.click());
  await settle();
}

export async function choose(element: HTMLSelectElement, value: string): Promise<void> {
  await act(() => {
    element.value = value;
    element.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await settle();
}

export async function type(
  element: HTMLInputElement | HTMLTextAreaElement,
  text: string,
): Promise<void> {
  await act(() => {
    element.value = text;
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** @returns whether the page handled the key (its default was prevented) */
export async function press(key: string, target: Element | Window = window): Promise<boolean> {
  const taken = await holdDown(key, target);
  await letGo(key, target);
  return taken;
}

/** The first half of `press`. */
export const holdDown = (key: string, target: Element | Window = window) =>
  sendKey("keydown", key, target);

/** The second half of `press`. */
export const letGo = (key: string, target: Element | Window = window) =>
  sendKey("keyup", key, target);

async function sendKey(
  type: "keydown" | "keyup",
  key: string,
  target: Element | Window,
): Promise<boolean> {
  const event = new KeyboardEvent(type, { key, code: key, bubbles: true, cancelable: true });
  await act(() => void target.dispatchEvent(event));
  await settle();
  return event.defaultPrevented;
}

export async function submit(form: Element): Promise<void> {
  await act(
    () => void form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })),
  );
  await settle();
}
