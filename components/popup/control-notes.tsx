/** Something to be said of one of the first row's switches. */
export interface Note {
  /** Bad news is read out at once; `caution` says that there is more. */
  tone: "plain" | "caution" | "alert";
  text: string;
  /** What can be done about it. */
  button?: { name: string; onClick: () => void };
}

/** At the foot of the popup, where a note that comes late moves nothing above it. */
export function ControlNotes({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <footer class="control-notes">
      {notes.map(({ tone, text, button }) => (
        <p key={text} class={`control-note-${tone}`} role={tone === "alert" ? "alert" : undefined}>
          <span>{text}</span>
          {button && (
            <button type="button" class="button" onClick={button.onClick}>
              {button.name}
            </button>
          )}
        </p>
      ))}
    </footer>
  );
}
