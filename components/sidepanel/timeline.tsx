import { useId } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import { InertText } from "../parts/inert-text.tsx";
import { Moment } from "../parts/moment.tsx";
import { day, dayAndTime, shortDay } from "../parts/time.ts";

import { useNow } from "../parts/use-now.ts";
import type { NameOf } from "../user/thing-names.ts";
import type { TimelineEvent } from "./timeline-events.ts";

type Lane = TimelineEvent["kind"];

const LANES: readonly Lane[] = ["created", "signIn", "session", "grant"];

/** Events that are drawn and listed; more would be neither readable nor fast. */
const EVENTS_MAX = 200;

export interface TimelineProps {
  events: TimelineEvent[];
  nameOf: NameOf;
  /** Sessions or grants couldn't be read. */
  partial: boolean;
}

/** What happened and what lasts, drawn to scale, and the same as a list. */
export function Timeline({ events: all, nameOf, partial }: TimelineProps) {
  const id = useId();
  const now = useNow();
  const events = all.slice(-EVENTS_MAX);
  const first = events[0];
  if (!first) return null;
  const end = Math.max(now, ...events.map(({ from, until = from }) => lastOf(until, from)));
  const length = Math.max(end - first.from, 1);
  const x = (moment: number) => `${((moment - first.from) / length) * 100}%`;
  const summary = t("inspect.timelineOf", events.length, [
    number(events.length),
    day(first.from),
    day(end),
  ]);
  const dated = withRoom(events, length);
  const lanes = LANES.filter((lane) => events.some(({ kind }) => kind === lane));
  const y = (kind: Lane) => `${((lanes.indexOf(kind) + 0.5) / lanes.length) * 100}%`;
  return (
    <section class="part" aria-labelledby={id}>
      <h3 id={id}>{t("inspect.timeline")}</h3>
      <div class="timeline">
        <ul class="timeline-lanes" aria-hidden="true">
          {lanes.map((kind) => (
            <li key={kind}>{laneName(kind)}</li>
          ))}
        </ul>
        {end > now && (
          <svg class="timeline-today" aria-hidden="true">
            <text x={x(now)} y="100%" text-anchor={anchorAt((now - first.from) / length)}>
              {t("inspect.now")}
            </text>
          </svg>
        )}
        <svg class="timeline-drawing" role="img" aria-label={summary}>
          {lanes.map((kind) => (
            <line class="lane" x1="0" x2="100%" y1={y(kind)} y2={y(kind)} />
          ))}
          <line class="now" x1={x(now)} x2={x(now)} y1="0" y2="100%" />
          {events.map((event) => {
            const { kind, from, until } = event;
            return (
              <g class={`event event-${kind}`}>
                <title>{`${eventName(kind)}: ${dayAndTime(from)}`}</title>
                {until !== undefined && (
                  <line x1={x(from)} x2={x(lastOf(until, end))} y1={y(kind)} y2={y(kind)} />
                )}
                <circle cx={x(from)} cy={y(kind)} r="4" />
                {dated.has(event) && (
                  <text
                    x={x(from)}
                    y={y(kind)}
                    dy="-8"
                    text-anchor={anchorAt((from - first.from) / length)}
                  >
                    {shortDay(from, now)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
        <p class="timeline-ends" aria-hidden="true">
          <span>{day(first.from)}</span>
          <span>{end > now ? day(end) : t("inspect.now")}</span>
        </p>
      </div>
      {events.length < all.length && (
        <p class="hint">
          {t("inspect.timelineCut", { shown: number(events.length), count: number(all.length) })}
        </p>
      )}
      {partial && <p class="hint">{t("inspect.timelinePartial")}</p>}
      <details>
        <summary>{t("inspect.asList")}</summary>
        <ol class="timeline-list">
          {events.map((event) => (
            <Event event={event} nameOf={nameOf} />
          ))}
        </ol>
      </details>
    </section>
  );
}

/** Minimum distance between two dates of a lane, as a fraction of its width: in a panel of 320 px they don't touch. */
const DATE_ROOM = 0.3;

/** The events whose dates fit in their lane, the newest first; the others' dates are in the tooltip and the list. */
function withRoom(events: readonly TimelineEvent[], length: number): Set<TimelineEvent> {
  const dated = new Set<TimelineEvent>();
  const last = new Map<Lane, number>();
  for (const event of events.toReversed()) {
    const right = last.get(event.kind);
    if (right !== undefined && (right - event.from) / length < DATE_ROOM) continue;
    last.set(event.kind, event.from);
    dated.add(event);
  }
  return dated;
}

/** The alignment of a text at a position between 0 and 1 that keeps it within the drawing. */
function anchorAt(place: number): "start" | "middle" | "end" {
  if (place < 0.15) return "start";
  return place > 0.85 ? "end" : "middle";
}

/** `session in Firefox: 3 days ago – in 27 days`, in words. */
function Event({ event, nameOf }: { event: TimelineEvent; nameOf: NameOf }) {
  const { kind, from, until, thing, name } = event;
  const called = (thing && nameOf(thing)?.name) ?? name;
  return (
    <li>
      {eventName(kind)}
      {called !== undefined && (
        <>
          {" · "}
          <InertText text={called} whole />
        </>
      )}
      {": "}
      <Moment moment={from} />
      {until !== undefined && " – "}
      {until === "open" && t("inspect.renews")}
      {typeof until === "number" && <Moment moment={until} />}
    </li>
  );
}

/** @param open the time to use for an open end */
function lastOf(until: number | "open", open: number): number {
  return until === "open" ? open : until;
}

/** A lane's name; a lane can have several events. */
function laneName(kind: Lane): string {
  switch (kind) {
    case "session":
      return t("field.sessions");
    case "grant":
      return t("field.grants");
    default:
      return eventName(kind);
  }
}

function eventName(kind: Lane): string {
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
