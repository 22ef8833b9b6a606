import { useEffect, useRef, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { TabMarks } from "../../lib/contract/replies.ts";

/** How often the number of marks is requested, in ms: they are drawn while the page is idle. */
const REFRESH_MS = 1_000;

/** What is known of the marks. */
interface Known {
  marks: TabMarks;
  /** The page answered this request and the previous one: if there are none, it's not because it's too early. */
  steady: boolean;
  turn: number;
}

export interface MarksControl {
  /** Undefined until the first answer. */
  known: Known | undefined;
  /** The last request for their state got no answer. */
  lost: boolean;
  /** The last attempt to turn them on or off failed. */
  refused: boolean;
  busy: boolean;
  toggle(): void;
}

/**
 * The marks of the active tab, polled while they are on.
 *
 * @param possible whether there can be any
 */
export function useMarks(
  { tabMarks, switchMarks }: Pick<BackgroundApi, "tabMarks" | "switchMarks">,
  possible: boolean,
): MarksControl {
  const [known, setKnown] = useState<Known>();
  const [lost, setLost] = useState(false);
  const [refused, setRefused] = useState(false);
  const [busy, setBusy] = useState(false);
  const [turn, setTurn] = useState(0);
  const switching = useRef(false);

  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const marks = await tabMarks().catch(() => undefined);
      if (!isCurrent) return;
      setLost(marks === undefined);
      if (marks)
        setKnown((before) => {
          const steady = before?.turn === turn && isFound(before.marks) && isFound(marks);
          return { marks, steady, turn };
        });
      if (marks === undefined || marks.state === "on")
        timer = setTimeout(() => void look(), REFRESH_MS);
    };
    if (possible) void look();
    else setKnown(undefined);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [tabMarks, turn, possible]);

  async function toggle() {
    const marks = known?.marks;
    if (!marks || marks.state === "unavailable" || switching.current) return;
    switching.current = true;
    setBusy(true);
    const failed = await switchMarks({ pattern: marks.pattern, on: marks.state === "off" }).then(
      () => false,
      () => true,
    );
    switching.current = false;
    setBusy(false);
    setRefused(failed);
    setTurn((before) => before + 1);
  }

  return {
    known,
    lost: possible && lost,
    refused: possible && refused,
    busy,
    toggle: () => void toggle(),
  };
}

const isFound = (marks: TabMarks) => marks.state === "on" && marks.found !== undefined;
