import type { ZoneRef } from "../../lib/directory/answer.ts";
import type { Elsewhere } from "../../lib/directory/elsewhere.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import { InertText } from "../parts/inert-text.tsx";
import { inertLine } from "../parts/unseen.ts";
import type { Extent } from "../user/extent.ts";
import { UserArticle } from "../user/user-article.tsx";
import { foundElsewhereText } from "./other-zones-text.ts";
import { Several } from "./several.tsx";

export interface ElsewhereFoundProps extends Pick<Elsewhere, "hits"> {
  query: Query;
  /** The zone in which the person is absent. */
  zone: ZoneRef | undefined;
  extent: Extent;
  consoleTemplate?: string | undefined;
  /** See UserArticle. */
}

/** Someone who is absent here and was found elsewhere, each zone under its own heading. */
export function ElsewhereFound(props: ElsewhereFoundProps) {
  const { hits, query, zone: here, extent, consoleTemplate } = props;
  return hits.map(({ zone, users }, place) => {
    const head = foundElsewhereText(zone, place === 0 ? here : undefined);
    const articleOf = (user: User) => (
      <UserArticle
        key={user.id}
        user={user}
        zone={zone}
        asOf={undefined}
        extent={extent}
        consoleTemplate={consoleTemplate}
      />
    );
    const [only, ...others] = users;
    return (
      <section key={zone.id} class="elsewhere" aria-label={inertLine(head)}>
        <h2 class="elsewhere-zone">
          <InertText text={head} whole />
        </h2>
        {only && others.length === 0 ? (
          articleOf(only)
        ) : (
          <Several users={users} query={query}>
            {articleOf}
          </Several>
        )}
      </section>
    );
  });
}
