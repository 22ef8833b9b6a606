import { codePoint } from "./code-point.ts";
import { clipped, inertLine, UNSEEN } from "./unseen.ts";

const BETWEEN = new RegExp(`(${UNSEEN.source})`, "u");

/**
 * Text from outside, shown as nothing but text. Isolated, so that it cannot turn its surroundings around; each
 * character that cannot be seen stands in a box of its own, where an override overrides nothing, and is named.
 */
export function InertText({ text, whole }: { text: string; whole?: boolean }) {
  const parts = clipped(text).split(BETWEEN);
  return (
    <bdi class="inert" {...(whole && { title: inertLine(clipped(text)) })}>
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
