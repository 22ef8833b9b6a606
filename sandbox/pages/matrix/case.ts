/** One case of the matrix: a place that a pointer can rest on, and who the card must then show. */
export interface Case {
  /** Unique; with dashes. The address in the case usually begins with it. */
  readonly name: string;
  /** What is tested, in a few words for people. Without an address, because the pointer passes over it. */
  readonly about: string;
  /**
   * The specimen. The pointer goes to the first line of the text that `expect` names, unless `word` names other text or
   * an element has `data-point`; `data-at` on that element, or `at` here, says which place of it (`Place`).
   */
  readonly html: string;
  /** The value of the mention that the card must be about; empty if no card must appear. */
  readonly expect: string;
  /** Part of one text node to hover. */
  readonly word?: string;
  readonly at?: Place;
  /** What surrounds the specimen, from the outside in. */
  readonly inside?: readonly Layer[];
}

/** A position in a box: of the first line of a text (or, for `last` and `last-right`, of its last line). */
export type Place =
  | "middle"
  | "last"
  /** A few px inside the first line's start or end, visually left to right. */
  | "start"
  | "end"
  /** A few px outside. */
  | "left"
  | "right"
  | "above"
  | "below"
  | "last-right"
  /** Percentages of the element's width and height. */
  | `${number}% ${number}%`;

/** A shadow tree or frame around a specimen. */
export type Layer = ShadowLayer | FrameLayer;

export interface ShadowLayer {
  readonly by: "open" | "closed";
}

export interface FrameLayer {
  /**
   * `src`: from the same origin, `cross`: from another site. `written` by a script with `document.write`, `appended` to
   * the empty document.
   */
  readonly by: "src" | "cross" | "srcdoc" | "blob" | "data" | "object" | "written" | "appended";
  /** Attributes of the frame's element. */
  readonly attributes?: string;
  /** CSS of the frame's element. */
  readonly style?: string;
  /** The specimen's vertical offset in the frame's document, which is scrolled to it, CSS px. */
  readonly scroll?: number;
}

export interface Section {
  readonly title: string;
  /** A sentence for people. */
  readonly about: string;
  readonly cases: readonly Case[];
}
