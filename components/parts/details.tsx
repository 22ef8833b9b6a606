import type { ComponentChildren } from "preact";
import { t } from "../../lib/i18n.ts";
import { InertText } from "./inert-text.tsx";

/** A list of named values. */
export function Details({ children }: { children: ComponentChildren }) {
  return <dl class="details">{children}</dl>;
}

interface DetailProps {
  name: ComponentChildren;
  children: ComponentChildren;
}

export function Detail({ name, children }: DetailProps) {
  return (
    <div class="detail">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Missing({ word = t("user.notReported") }: { word?: string }) {
  return <span class="missing">{word}</span>;
}

/** A value of the API, or a note that there is none. */
export function Value({ text, code }: { text: string | number | undefined; code?: boolean }) {
  if (text === undefined) return <Missing />;
  const value = <InertText text={String(text)} whole />;
  return code ? <code>{value}</code> : value;
}
