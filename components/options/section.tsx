import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface SectionProps {
  heading: string;
  intro?: string;
  children: ComponentChildren;
}

export function Section({ heading, intro, children }: SectionProps) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {intro !== undefined && <p class="intro">{intro}</p>}
      {children}
    </section>
  );
}
