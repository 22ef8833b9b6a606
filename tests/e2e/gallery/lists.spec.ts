import { cutTexts } from "../../harness/cut-text.ts";
import { eachFixture } from "../../harness/gallery.ts";
import { LIST_WIDTHS, unmarkedCuts } from "../../harness/unmarked-cuts.ts";
import { expect, test } from "./gallery.ts";

/** The lists of people, at the widths they are designed for. */
const LISTS = ["people/people", "popup/on-this-page", "popup/paste-list"];

for (const language of ["en", "de", "ja"] as const)
  test(`no fact of a list of people is cut without an ellipsis and a tooltip, at any width: ${language}`, async ({
    gallery,
  }) => {
    for (const list of LISTS) {
      const page = await gallery.open(list, { language });
      // The popup's width is its body's, which decides its size in the browser; a narrow window limits it anyway.
      await page.addStyleTag({ content: "body { width: auto !important; }" });
      await eachFixture(page, async (name) => {
        for (const width of LIST_WIDTHS) {
          await page.setViewportSize({ width, height: 600 });
          const found = [...(await unmarkedCuts(page)), ...(await cutTexts(page))];
          expect.soft(found, `${list}, ${name}, ${width} px`).toEqual([]);
        }
      });
    }
  });

for (const language of ["en", "de", "ja"] as const)
  test(`the filters of a list are one line in the popup: ${language}`, async ({ gallery }) => {
    const page = await gallery.open("people/people", { language });
    await page.addStyleTag({ content: "body { width: auto !important; }" });
    const lines = () =>
      page.locator(".people-filters").evaluateAll((all) => {
        // As wide as the counts of a long list.
        for (const count of document.querySelectorAll(".people-filter strong"))
          count.textContent = "88";
        return all.map(({ children }) => {
          const tops = [...children].map((chip) => chip.getBoundingClientRect().top);
          return { chips: tops.length, lines: new Set(tops).size };
        });
      });
    let seen = 0;
    await eachFixture(page, async (name) => {
      await page.setViewportSize({ width: 400, height: 600 });
      for (const filters of await lines()) {
        seen++;
        expect.soft(filters, name).toEqual({ chips: 5, lines: 1 });
      }
      expect.soft(await cutTexts(page), name).toEqual([]);
    });
    expect(seen).toBeGreaterThan(3);
  });

test("a fact that is cut is found, whatever is missing", async ({ gallery }) => {
  const page = await gallery.open("people/people");
  // Inside the app, which the next test on this page clears.
  const cutsOf = (styles: string, attributes = "") =>
    page
      .locator("#app")
      .evaluate((app, html) => {
        app.innerHTML = html;
      }, `<main><p ${attributes} style="width: 40px; ${styles}">not verified</p></main>`)
      .then(() => unmarkedCuts(page));
  const hidden = "overflow: hidden; white-space: nowrap;";
  const ellipsis = `${hidden} text-overflow: ellipsis`;
  expect(await cutsOf(hidden)).toHaveLength(2);
  expect(await cutsOf(ellipsis)).toHaveLength(1);
  expect(await cutsOf(hidden, 'title="not verified"')).toHaveLength(1);
  expect(await cutsOf(ellipsis, 'title="not"')).toHaveLength(1);
  expect(await cutsOf(ellipsis, 'title="not verified"')).toEqual([]);
  expect(await cutsOf("")).toEqual([]);
});
