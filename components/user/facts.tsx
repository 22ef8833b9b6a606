import type { User } from "../../lib/keycard/index.ts";
import { InertText } from "../parts/inert-text.tsx";
import { toneIcons } from "./tone-icons.ts";
import { type Fact, statusOf, verificationOf } from "./user-words.ts";

/** What someone needs in the first second: can this person sign in, and is the address theirs? */
export function Facts({ user }: { user: User }) {
  return (
    <ul class="facts">
      <Pill fact={statusOf(user)} />
      <Pill fact={verificationOf(user)} />
    </ul>
  );
}

function Pill({ fact: { word, tone } }: { fact: Fact }) {
  const ToneIcon = toneIcons[tone];
  return (
    <li class={`pill pill-${tone}`}>
      <ToneIcon />
      <InertText text={word} />
    </li>
  );
}
