import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { InertText } from "../parts/inert-text.tsx";
import { statusOf, verificationOf } from "../user/user-words.ts";
import { Words } from "../user/words.tsx";
import { LISTBOX_ID, type SearchOption } from "./search-options.ts";

export interface ResultsProps {
  options: readonly SearchOption[];
  active: number;
  /** The list belongs to older text: it is about to change. */
  stale: boolean;
  onOpen: (option: SearchOption) => void;
}

/** The search field's list: the users found, or those seen before. */
export function Results({ options, active, stale, onOpen }: ResultsProps) {
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
      aria-label={options[0]?.kind === "recent" ? t("search.recents") : t("popup.results")}
      aria-busy={stale}
    >
      {options.map((option, place) => (
        <Result
          key={option.id}
          option={option}
          active={place === active}
          onOpen={() => onOpen(option)}
        />
      ))}
    </div>
  );
}

interface ResultProps {
  option: SearchOption;
  active: boolean;
  onOpen: () => void;
}

function Result({ option, active, onOpen }: ResultProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field, which names the active option
    <div
      id={option.id}
      role="option"
      tabIndex={-1}
      class="result"
      data-user-id={option.kind === "user" ? option.user.id : undefined}
      aria-selected={active}
      onClick={onOpen}
    >
      {option.kind === "user" ? (
        <Named name={option.user.email ?? option.user.id}>
          <span class="result-facts">
            <Words fact={statusOf(option.user)} />
            <Words fact={verificationOf(option.user)} />
          </span>
        </Named>
      ) : (
        <Named name={option.recent.name} />
      )}
    </div>
  );
}

function Named({ name, children }: { name: string; children?: ComponentChildren }) {
  return (
    <>
      <span class="result-email">
        <InertText text={name} whole />
      </span>
      {children}
    </>
  );
}
