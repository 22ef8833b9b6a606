import type { ComponentChildren } from "preact";
import { useContext, useEffect, useId, useRef } from "preact/hooks";
import { AnchorContext } from "./anchor.ts";
import { FirstRunStepContext } from "./first-run-step.ts";

export interface SectionProps {
  heading: string;
  intro?: string;
  /** The user is led here: the heading takes the focus, and so scrolls into view. */
  arrived?: boolean;
  children: ComponentChildren;
}

export function Section({ heading, intro, arrived = false, children }: SectionProps) {
  const own = useId();
  const anchor = useContext(AnchorContext);
  const id = anchor ?? own;
  const title = useRef<HTMLHeadingElement>(null);
  const step = useContext(FirstRunStepContext);
  const isLedHere = step?.arrived ?? arrived;
  useEffect(() => {
    if (isLedHere) title.current?.focus();
  }, [isLedHere]);
  useEffect(() => {
    // The browser looked for it before it existed.
    if (!anchor || location.hash !== `#${anchor}`) return;
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView();
  }, [anchor]);
  return (
    <section class={step?.isCurrent ? "section is-current" : "section"} aria-labelledby={id}>
      <h2 id={id} ref={title} tabIndex={-1}>
        {step && <span class="step-label">{step.label}</span>} {heading}
      </h2>
      {intro !== undefined && <p class="intro">{intro}</p>}
      {children}
      {step?.end}
    </section>
  );
}
