import { InertText } from "./inert-text.tsx";
import { dayAndTime, exactUtc, momentOf, relativeTo } from "./time.ts";
import { useNow } from "./use-now.ts";

/** A time as the API wrote it: relative, with the exact one next to it; unchanged if it isn't a date-time. */
export function ApiMoment({ text }: { text: string }) {
  const moment = momentOf(text);
  return moment === undefined ? <InertText text={text} /> : <Moment moment={moment} />;
}

/** In the reader's time zone; in UTC in the tooltip. @param moment ms since the epoch */
export function Moment({ moment }: { moment: number }) {
  const now = useNow();
  return (
    <time dateTime={new Date(moment).toISOString()} title={exactUtc(moment)}>
      {relativeTo(moment, now)} <span class="exact">{dayAndTime(moment)}</span>
    </time>
  );
}
