import type { ComponentChildren } from "preact";
import type { PageName } from "./page-of.ts";

/** The surroundings of a component on its page, unless it is a whole page itself. */
export function Surroundings({ page, children }: { page: PageName; children: ComponentChildren }) {
  switch (page) {
    case "card":
      return (
        <main class="card">
          <div class="card-body">{children}</div>
        </main>
      );
    case "popup":
      return <main class="popup">{children}</main>;
    case "sidepanel":
      return (
        <main class="panel">
          <div class="panel-body">{children}</div>
        </main>
      );
    case "options":
      return (
        <main class="options">
          <section class="section">{children}</section>
        </main>
      );
  }
}
