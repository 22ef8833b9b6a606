import { codePoint } from "./code-point.ts";
import { clipped, inertLine, UNSEEN } from "./unseen.ts";

const BETWEEN = new RegExp(`(${UNSEEN.source})`, "u");

/**
 * External text, shown as nothing but text. It is isolated, so that it can't change the direction of the text around
 * it. Each invisible character is named in its own box, inside which an override has no effect.
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
