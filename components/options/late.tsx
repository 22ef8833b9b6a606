import { InertText } from "../parts/inert-text.tsx";

export interface LateProps {
  /** What it is about; decides how many lines are reserved (options.css). */
  about: "key-powers" | "sign-in-way";
  /** Empty until known, and if there is nothing to say. */
  texts: readonly string[];
}

/**
 * Text that arrives late. Its space is reserved from the start, so that no button below moves away from the pointer.
 */
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
