import { useEffect } from "preact/hooks";
import { useKept } from "../parts/kept.ts";
import { type Loaded, loadOnce } from "../parts/load-once.ts";

const finding = loadOnce(async () => {
  const { findMentions, parseSubjectPattern } = await import("../../lib/mentions/index.ts");
  return { findMentions, parseSubjectPattern };
});

export type Finding = {
  [N in "findMentions" | "parseSubjectPattern"]: typeof import("../../lib/mentions/index.ts")[N];
};

/** Loads the code that finds mentions in a try-out text after the page is drawn. */
export function useFinding(): Loaded<Finding> {
  useEffect(() => void finding.load(), []);
  return useKept(finding.loaded);
}
