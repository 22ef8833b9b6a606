import { InertText } from "../parts/inert-text.tsx";
import { toneIcons } from "./tone-icons.ts";
import type { Fact } from "./user-words.ts";

/** A fact in a list: its words, with icon and color next to them. */
export function Words({ fact: { word, tone } }: { fact: Fact }) {
  const ToneIcon = toneIcons[tone];
  return (
    <span class={`words words-${tone}`}>
      <ToneIcon />
      <InertText text={word} whole />
    </span>
  );
}
