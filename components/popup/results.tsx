import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { InertText } from "../parts/inert-text.tsx";
import { LISTBOX_ID, type SearchOption } from "./search-options.ts";

export interface ResultsProps<Option extends SearchOption> {
  options: readonly Option[];
  /** The list's accessible name. */
  label: string;
  active: number;
  /** The list belongs to an older text: it is about to change. */
  stale: boolean;
  onOpen: (option: Option) => void;
  /** The content of an option. */
  children: (option: Option) => ComponentChildren;
}

/** The search field's list: users found, or seen before. */
export function Results<Option extends SearchOption>(props: ResultsProps<Option>) {
  const { options, label, active, stale, onOpen, children } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={list}
      id={LISTBOX_ID}
      role="listbox"
      class="results"
      aria-label={label}
      aria-busy={stale}
    >
      {options.map((option, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays in the field, which names the active option
        <div
          key={option.id}
          id={option.id}
          role="option"
          tabIndex={-1}
          class="result"
          data-user-id={option.kind === "user" ? option.user.id : undefined}
          aria-selected={place === active}
          onClick={() => onOpen(option)}
        >
          {children(option)}
        </div>
      ))}
    </div>
  );
}

/** Who an option is about. */
export function ResultName({ name }: { name: string }) {
  return (
    <span class="result-email">
      <InertText text={name} whole />
    </span>
  );
}
