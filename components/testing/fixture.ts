import type { VNode } from "preact";

/** One state of a component: for tests, accessibility checks and pictures. */
export interface Fixture {
  name: string;
  render: () => VNode;
  /** Texts and accessible names that have to appear. */
  shows: string[];
}
