import type { ComponentChildren, RefObject } from "preact";
import { t } from "../../lib/i18n.ts";
import { BackIcon } from "../parts/icons.tsx";

export interface ListHeadProps {
  title: string;
  /** How many there are, in words. */
  count?: string | undefined;
  heading: RefObject<HTMLHeadingElement | null>;
  onBack: () => void;
  /** Actions on the list. */
  children?: ComponentChildren;
}

/** The single row above a list: Back, what is listed and how many, and the list's actions. */
export function ListHead({ title, count, heading, onBack, children }: ListHeadProps) {
  const back = t("onPage.back");
  return (
    <div class="list-head">
      <button type="button" class="icon-button" aria-label={back} title={back} onClick={onBack}>
        <BackIcon />
      </button>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {count !== undefined && (
        <p class="list-count" title={count}>
          {count}
        </p>
      )}
      <div class="list-actions">{children}</div>
    </div>
  );
}
