import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";

/** A page to draw components on in tests, and ways to find and use what stands there, by accessible name. */

const root = document.createElement("div");
document.body.append(root);

/** Draws, and lets what was asked for come in. */
export async function show(content: ComponentChild): Promise<void> {
  await act(() => render(content, root));
  await settle();
}

/** Lets promises and the renders that follow them come to rest. */
export async function settle(): Promise<void> {
  await act(() => new Promise<void>((done) => setTimeout(done)));
}

export const clear = () => act(() => render(null, root));

export const page = root;

function nameOf(element: Element): string {
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
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

export const radio = (name: string) =>
  existing(named<HTMLInputElement>("input[type=radio]", name), name);

export const one = <T extends Element = Element>(selector: string) =>
  existing(root.querySelector<T>(selector), selector);

export async function click(element: HTMLElement): Promise<void> {
  await act(() => element.click());
  await settle();
}

export async function type(element: HTMLInputElement, text: string): Promise<void> {
  await act(() => {
    element.value = text;
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** @returns whether the page took the key (its default was prevented) */
export async function press(key: string, target: Element | Window = window): Promise<boolean> {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
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
