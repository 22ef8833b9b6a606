import type { ComponentChildren, RefObject } from "preact";
import { t } from "../../lib/i18n.ts";
import { BackIcon } from "../parts/icons.tsx";

export interface ListHeadProps {
  title: string;
  /** How many there are, in words. */
  count?: string | undefined;
  heading: RefObject<HTMLHeadingElement | null>;
  onBack: () => void;
  /** What can be done with the list. */
  children?: ComponentChildren;
}

/** The one row above a list: the way back, what is listed and how many, and what can be done with it. */
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
