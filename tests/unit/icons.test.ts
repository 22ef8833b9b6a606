import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { filesBelow } from "./files-below.ts";
import { all } from "./markdown.ts";

it("each icon is created once, so that it has one name and one meaning", () => {
  const pictures = filesBelow("components", /\.tsx$/).flatMap((path) =>
    all(/iconOf\((\w+)\)/g, readFileSync(path, "utf8")),
  );
  expect(pictures.length).toBeGreaterThan(15);
  expect(pictures.filter((picture, place) => pictures.indexOf(picture) !== place)).toEqual([]);
});
