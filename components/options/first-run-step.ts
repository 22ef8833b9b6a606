import { type ComponentChildren, createContext } from "preact";

/** What a section shows besides when it is a step of the first run. */
export interface FirstRunStepView {
  /** `Step 1 of 3` */
  label: string;
  isCurrent: boolean;
  /** The person has come here by what they did on this page. */
  arrived: boolean;
  /** How it goes on from here. */
  end?: ComponentChildren;
}

export const FirstRunStepContext = createContext<FirstRunStepView | undefined>(undefined);
