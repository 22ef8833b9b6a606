import type { User } from "../../lib/keycard/index.ts";
import { InertText } from "../parts/inert-text.tsx";
import { type Matter, verdictOf } from "./verdict.ts";

/** The sentence below the badges; nothing if nothing is wrong. */
export function Verdict({ user }: { user: User }) {
  const verdict = verdictOf(user);
  if (!verdict) return null;
  const [{ kind }] = verdict.matters;
  return (
    <p class={`verdict verdict-${TONES[kind]}`}>
      <InertText text={verdict.sentence} />
    </p>
  );
}

/** The color of each, the same as the badges'. */
const TONES: Record<Matter["kind"], "bad" | "caution" | "note"> = {
  disabled: "bad",
  unknown_status: "caution",
  sessions_active: "bad",
  sessions_counted: "bad",
  managed: "note",
  provider_deleted: "caution",
  no_sign_in: "caution",
};
