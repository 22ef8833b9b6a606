import { useId } from "preact/hooks";

export interface SwitchRowProps {
  title: string;
  note: string;
  /** The note is bad news, to be read out at once; or it says that there is more. */
  tone?: "plain" | "alert" | "caution";
  /** Absent where there is nothing to switch. */
  toggle?: { name: string; on: boolean; disabled?: boolean; busy?: boolean; onClick: () => void };
}

/** A switch of the page in front, and how it stands. */
export function SwitchRow({ title, note, tone = "plain", toggle }: SwitchRowProps) {
  const id = useId();
  return (
    <div class="site">
      <span class="site-words">
        <span class="site-title">{title}</span>
        <span
          id={id}
          class={`site-note site-note-${tone}`}
          role={tone === "alert" ? "alert" : undefined}
        >
          {note}
        </span>
      </span>
      {toggle && (
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={toggle.on}
          aria-label={toggle.name}
          aria-describedby={id}
          aria-busy={toggle.busy === true}
          disabled={toggle.disabled === true}
          onClick={toggle.onClick}
        />
      )}
    </div>
  );
}
