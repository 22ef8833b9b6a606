/** A message about one of the first row's controls. */
export interface Note {
  /** Bad news is announced at once; `caution` says that there is more. */
  tone: "plain" | "caution" | "alert";
  text: string;
  /** What can be done about it. */
  button?: { name: string; onClick: () => void };
}

/** At the bottom of the popup, where a late note doesn't move anything above it. */
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
