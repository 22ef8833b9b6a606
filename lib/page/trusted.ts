/**
 * Hears an event anywhere in the document before the page does, when a person or the browser caused it: what a script
 * dispatches counts for nothing (design, invariant 3).
 *
 * @param passive whether the handler leaves the event to the page
 */
export function onTrusted<K extends keyof DocumentEventMap>(
  type: K,
  signal: AbortSignal,
  handler: (event: DocumentEventMap[K]) => void,
  passive = true,
): void {
  document.addEventListener(type, (event) => event.isTrusted && handler(event), {
    capture: true,
    passive,
    signal,
  });
}
