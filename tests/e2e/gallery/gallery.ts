import { test as base, expect } from "@playwright/test";
import { type Gallery, openGallery } from "../../harness/gallery.ts";

/** Tests that go through the fixtures of all components; they need no extension, and share one page. */
export const test = base.extend<{ patience: undefined }, { gallery: Gallery }>({
  // Each goes through many fixtures.
  patience: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its first parameter.
    async ({}, use, info) => {
      info.setTimeout(600_000);
      await use(undefined);
    },
    { auto: true },
  ],
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its first parameter.
    async ({}, use, info) => {
      const gallery = await openGallery(
        `${process.cwd()}/.output/e2e/${info.parallelIndex}/gallery`,
      );
      await use(gallery);
      await gallery.close();
    },
    // It builds first.
    { scope: "worker", timeout: 300_000 },
  ],
});

export { expect };
