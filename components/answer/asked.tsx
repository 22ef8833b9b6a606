import type { Query } from "../../lib/query.ts";
import { InertText } from "../parts/inert-text.tsx";

/** What the lookup is about, while no user is shown (yet). Takes the place of a user's e-mail address. */
export function Asked({ query }: { query: Query }) {
  return (
    <h2 class="user-email">
      <InertText text={query.value} whole />
    </h2>
  );
}
