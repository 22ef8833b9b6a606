import { codePoint } from "./code-point.ts";

/** Controls, bidirectional overrides, zero-width characters, line separators: none is part of an honest value. */
const UNSEEN = /([\p{Cc}\p{Cf}\p{Zl}\p{Zp}])/u;

/** Characters of one value that are shown; "Copy JSON" has the whole. */
const SHOWN_MAX_CHARS = 1000;

const clipped = (text: string) =>
  text.length > SHOWN_MAX_CHARS ? `${text.slice(0, SHOWN_MAX_CHARS)}…` : text;

/**
 * Text from outside, shown as nothing but text. Isolated, so that it cannot turn its surroundings around; each
 * character that cannot be seen stands in a box of its own, where an override overrides nothing, and is named.
 */
export function InertText({ text, whole }: { text: string; whole?: boolean }) {
  const parts = clipped(text).split(UNSEEN);
  return (
    <bdi class="inert" {...(whole && { title: inertTitle(text) })}>
      {parts.map((part, place) =>
        place % 2 === 0 ? (
          part
        ) : (
          <span class="unseen" data-code={codePoint(part)}>
            {part}
          </span>
        ),
      )}
    </bdi>
  );
}

/** The same for a tooltip, which knows no markup. */
function inertTitle(text: string): string {
  return clipped(text)
    .split(UNSEEN)
    .map((part, place) => (place % 2 === 0 ? part : `<${codePoint(part)}>`))
    .join("");
}
