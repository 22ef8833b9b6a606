import { PAGE_SIZES, pageOf } from "../../../gallery/page-of.ts";
import { TRANSLATIONS } from "../../../packaging/languages.ts";
import { COMPONENTS, eachFixture, type Gallery } from "../../harness/gallery.ts";
import { cover } from "./cover.ts";
import { type Looks, looksOf } from "./looks.ts";

/** Which pictures are kept: those that show something that no other does. */

/** `light`, `dark`, `forced`, or the language of the picture, which is then light. */
export type Setting = string;

/** Languages other than English in which pages are pictured. */
export const PICTURED: readonly string[] = [...TRANSLATIONS, "rtl"];

interface Fixture {
  component: string;
  fixture: string;
}

export interface Picture extends Fixture {
  setting: Setting;
  /** Only this section of its page. */
  section?: number;
}

interface Drawn extends Fixture, Looks {}

/** Contains characters that no bundled font has, so that each machine draws them differently. */
const DIFFERS_BY_MACHINE = /^a record as large as a reply/;

/**
 * In light, every kind of element on a page is in one of its pictures. For settings that change a whole page uniformly
 * (dark, forced colors, another language, another direction), each page is pictured once, with the fixture that shows
 * most; and in dark with more, until the pictures together contain each text color on each background color.
 */
export async function choosePictures(gallery: Gallery): Promise<Picture[]> {
  const drawn = await drawAll(gallery);
  const pages = Object.keys(PAGE_SIZES).map((page) =>
    drawn.filter(({ component }) => pageOf(component) === page),
  );
  const richest = pages.map(fixtureWithMost);
  const inRichest = drawn.filter((one) => richest.some((other) => sameFixture(one, other)));
  const dark = new Set(inRichest.flatMap(({ darkColors }) => darkColors));
  return [
    ...pages.flatMap((ofPage) => cover(ofPage, ({ kinds }) => kinds).map(as("light"))),
    ...cover(drawn, ({ darkColors }) => darkColors.filter((one) => !dark.has(one))).map(as("dark")),
    ...["dark", "forced", ...PICTURED].flatMap((setting) =>
      richest.map((fixture) => ({ ...fixture, setting })),
    ),
  ];
}

/** Draws every fixture. The options are long, and their fixtures differ in one section or two. */
async function drawAll(gallery: Gallery): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  for (const component of COMPONENTS) {
    const page = await gallery.open(component);
    await eachFixture(page, async (fixture) => {
      if (DIFFERS_BY_MACHINE.test(fixture)) return;
      for (const looks of await looksOf(page, pageOf(component) === "options"))
        drawn.push({ component, fixture, ...looks });
    });
  }
  return drawn;
}

const as =
  (setting: Setting) =>
  ({ component, fixture, section }: Drawn): Picture => ({
    component,
    fixture,
    setting,
    ...(section !== undefined && { section }),
  });

/** The one with the most kinds of elements in all its sections. */
function fixtureWithMost(drawn: readonly Drawn[]): Fixture {
  const kindsIn = (one: Drawn) =>
    new Set(drawn.filter((other) => sameFixture(one, other)).flatMap(({ kinds }) => kinds)).size;
  const { component, fixture } = drawn.reduce((one, other) =>
    kindsIn(other) > kindsIn(one) ? other : one,
  );
  return { component, fixture };
}

function sameFixture(one: Fixture, other: Fixture): boolean {
  return one.component === other.component && one.fixture === other.fixture;
}
