/** Milliseconds between two visibility reports of the browser: the minimum that it allows. */
export const SIGHT_REPORT_MS = 100;

/**
 * Watches whether an element is fully visible: on the screen, with nothing over it, not faded, filtered or transformed
 * by whatever the page does around its frame (Intersection Observer v2,
 * https://w3c.github.io/IntersectionObserver/v2/). Browsers without it (Firefox 153) report only whether it is on the
 * screen.
 *
 * @param tell called at first and with every change, at most every SIGHT_REPORT_MS
 * @returns a function that stops this
 */
export function watchSight(element: Element, tell: (plainly: boolean) => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.at(-1) as SightEntry | undefined;
      if (entry) tell(entry.isVisible ?? entry.isIntersecting);
    },
    { threshold: [0, 1], trackVisibility: true, delay: SIGHT_REPORT_MS } as SightOptions,
  );
  observer.observe(element);
  return () => observer.disconnect();
}

/** Whether the browser reports what is covered or hidden in its place, and not only what is outside the window. */
export function reportsCover(): boolean {
  return "isVisible" in IntersectionObserverEntry.prototype;
}

/** Whether it is visible in the next frame that the browser draws; false if the browser draws none for a while. */
export function lookOnce(element: Element): Promise<boolean> {
  return new Promise((resolve) => {
    const end = watchSight(element, (plainly) => {
      end();
      clearTimeout(timer);
      resolve(plainly);
    });
    const timer = setTimeout(() => {
      end();
      resolve(false);
    }, SIGHT_REPORT_MS * 3);
  });
}

/** Members of version 2, absent from lib.dom (TypeScript 7.0). */
interface SightOptions extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}

interface SightEntry extends IntersectionObserverEntry {
  isVisible?: boolean;
}
