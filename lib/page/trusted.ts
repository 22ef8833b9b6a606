/**
 * Listens to an event anywhere in the document, before the page does. Ignores events dispatched by scripts: only those
 * caused by the user or the browser count (design, invariant 3).
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
