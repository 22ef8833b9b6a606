import type { Page } from "@playwright/test";

/** ms between two movements, about the duration of a frame. */
const STEP_MS = 16;

/** The part of the window in which the pointer moves, CSS px. */
const AREA = { x: 20, y: 40, width: 400, height: 360 };

/**
 * Moves the pointer back and forth over the upper left part of the page, always along the same path, at most
 * 0.35 px/ms: slow enough to count as a hover (POINTER_FAST_PX_PER_MS in lib/page/pointer.ts).
 */
export async function wander(page: Page, seconds: number): Promise<void> {
  const start = performance.now();
  for (;;) {
    const time = (performance.now() - start) / 1_000;
    if (time > seconds) return;
    const across = (1 + Math.sin(0.9 * time)) / 2;
    const down = (1 + Math.sin(1.3 * time)) / 2;
    await page.mouse.move(AREA.x + AREA.width * across, AREA.y + AREA.height * down);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
