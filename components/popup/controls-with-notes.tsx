import { useState } from "preact/hooks";
import { ControlNotes, type Note } from "./control-notes.tsx";
import { Controls, type ControlsProps } from "./controls.tsx";

/** The row with its notes, which the popup shows apart: for fixtures and tests. */
export function ControlsWithNotes(props: Omit<ControlsProps, "onNotes">) {
  const [notes, setNotes] = useState<readonly Note[]>([]);
  return (
    <>
      <Controls {...props} onNotes={setNotes} />
      <ControlNotes notes={notes} />
    </>
  );
}
