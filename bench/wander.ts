import type { Page } from "@playwright/test";

/** ms between two moves, about that of a screen's frames. */
const STEP_MS = 16;

/** Part of the window that is wandered over, CSS px. */
const AREA = { x: 20, y: 40, width: 400, height: 360 };

/**
 * Moves the pointer to and fro over the page's upper left part, always the same way, at most 0.35 px/ms: slow enough
 * to be taken for pointing (POINTER_FAST_PX_PER_MS of lib/limits.ts).
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
