import { eachFixture } from "../../harness/gallery.ts";
import { expect, test } from "./gallery.ts";

/** The options before the zone has reported anything, and after it has reported much or little. */
const TOLD = [
  "the zone has told nothing yet",
  "the key can do more than read, and cannot read everything",
  "a zone with a provider, and types that have no word here",
];

for (const language of ["en", "de", "ja"] as const)
  test(`what comes late into the options moves nothing, and can be read whole: ${language}`, async ({
    gallery,
  }) => {
    const page = await gallery.open("options/options", { language });
    const places = new Map<string, Record<string, number>>();
    for (const width of [1100, 480])
      await eachFixture(page, async (name) => {
        if (!TOLD.includes(name)) return;
        await page.setViewportSize({ width, height: 900 });
        const seen = await page.evaluate(() => {
          const tops = [...document.querySelectorAll("button, select, summary, h2")].map(
            (element, n) => [`${n} ${element.textContent}`, element.getBoundingClientRect().top],
          );
          const late = [...document.querySelectorAll(".late")].map((room, n) => [
            `hidden in ${n}`,
            room.scrollHeight - room.clientHeight,
          ]);
          return Object.fromEntries([...tops, ...late]) as Record<string, number>;
        });
        places.set(`${width} ${name}`, seen);
        expect.soft(seen).toMatchObject({ "hidden in 0": 0, "hidden in 1": 0 });
        expect.soft(seen, name).toEqual(places.get(`${width} ${TOLD[0]}`));
      });
    expect(places.size).toBe(2 * TOLD.length);
  });
