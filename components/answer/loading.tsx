import type { Query } from "../../lib/query.ts";
import { Asked } from "./asked.tsx";

/**
 * The outline of an answer that is loading. The style sheet shows it after 100 ms, so a quick answer never flickers.
 */
export function Loading({ query }: { query: Query }) {
  return (
    <div class="user">
      <Asked query={query} />
      <div class="skeleton" aria-hidden="true">
        <span class="bone bone-pill" />
        <span class="bone bone-pill" />
        <span class="bone bone-line" />
        <span class="bone bone-line" />
        <span class="bone bone-line" />
        <span class="bone bone-line" />
      </div>
    </div>
  );
}
