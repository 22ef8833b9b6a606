import { InertText } from "../parts/inert-text.tsx";

export interface LateProps {
  /** What it is about: how many lines it has room for (options.css). */
  about: "key-powers" | "sign-in-way";
  /** Empty before it is known, and where there is nothing to tell. */
  texts: readonly string[];
}

/** What is told late: its room is there from the start and stays, so that no button below it moves away from a pointer. */
export function Late({ about, texts }: LateProps) {
  return (
    <div class={`late ${about}`}>
      {texts.map((text) => (
        <p key={text} class="hint">
          <InertText text={text} />
        </p>
      ))}
    </div>
  );
}
