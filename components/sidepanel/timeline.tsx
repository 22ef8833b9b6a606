import { useId } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import { Moment } from "../moment.tsx";
import { day } from "../time.ts";
import { useNow } from "../use-now.ts";
import type { TimelineEvent } from "./timeline-events.ts";

/** Inner units of the drawing: it is as wide as the panel. */
const WIDTH = 300;
const LANE = 14;
/** The smallest width that is still seen. */
const DOT = 4;

const LANES = ["created", "signIn", "session", "grant"] as const;

/** Events that are drawn and listed; more would be neither readable nor quick. */
const EVENTS_MAX = 200;

/** What happened and what lasts, drawn to scale, and the same as a list. */
export function Timeline({ events: all }: { events: TimelineEvent[] }) {
  const id = useId();
  const now = useNow();
  const events = all.slice(-EVENTS_MAX);
  const first = events[0];
  if (!first) return null;
  const end = Math.max(now, ...events.map(({ from, until = from }) => until));
  const length = Math.max(end - first.from, 1);
  const x = (moment: number) => ((moment - first.from) / length) * (WIDTH - DOT);
  const summary = t("inspect.timelineOf", events.length, [
    number(events.length),
    day(first.from),
    day(end),
  ]);
  return (
    <section class="part" aria-labelledby={id}>
      <h3 id={id}>{t("inspect.timeline")}</h3>
      <svg
        class="timeline"
        viewBox={`0 0 ${WIDTH} ${LANE * LANES.length}`}
        role="img"
        aria-label={summary}
      >
        {LANES.map((kind) => (
          <line class="lane" x1={0} x2={WIDTH} y1={mid(kind)} y2={mid(kind)} />
        ))}
        <line class="now" x1={x(now) + DOT / 2} x2={x(now) + DOT / 2} y1={0} y2="100%" />
        {events.map(({ kind, from, until = from }) => (
          <rect
            class={`event event-${kind}`}
            x={x(from)}
            y={mid(kind) - DOT / 2}
            width={x(until) - x(from) + DOT}
            height={DOT}
            rx={DOT / 2}
          />
        ))}
      </svg>
      <p class="timeline-ends" aria-hidden="true">
        <span>{day(first.from)}</span>
        <span>{day(end)}</span>
      </p>
      <details>
        <summary>{t("inspect.asList")}</summary>
        <ol class="timeline-list">
          {events.map(({ kind, from, until }) => (
            <li>
              {eventName(kind)}: <Moment moment={from} />
              {until !== undefined && (
                <>
                  {" – "}
                  <Moment moment={until} />
                </>
              )}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

/** The middle of the lane for a kind of event. */
const mid = (kind: TimelineEvent["kind"]) => LANE * (LANES.indexOf(kind) + 0.5);

function eventName(kind: TimelineEvent["kind"]): string {
  switch (kind) {
    case "created":
      return t("field.created");
    case "signIn":
      return t("field.lastSignIn");
    case "session":
      return t("inspect.session");
    case "grant":
      return t("inspect.grant");
  }
}
