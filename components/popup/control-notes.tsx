/** Something to be said of one of the first row's switches. */
export interface Note {
  /** Bad news is read out at once; `caution` says that there is more. */
  tone: "plain" | "caution" | "alert";
  text: string;
}

/** At the foot of the popup, where a note that comes late moves nothing above it. */
export function ControlNotes({ notes }: { notes: readonly (Note | undefined)[] }) {
  const said = notes.filter((note) => note !== undefined);
  if (said.length === 0) return null;
  return (
    <footer class="control-notes">
      {said.map(({ tone, text }) => (
        <p key={text} class={`control-note-${tone}`} role={tone === "alert" ? "alert" : undefined}>
          {text}
        </p>
      ))}
    </footer>
  );
}
