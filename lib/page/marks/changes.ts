import { isElement, isText } from "../dom.ts";
import type { Readable } from "../scan/scan.ts";

/** How many changes of a document can be queued for its underlines; above that, everything is read again. */
export const MARK_JOBS_MAX = 1_000;

/** What remains to be read of a document, in the order of the changes. */
export interface Changes {
  /** Starts or continues to watch the document and the shadow trees that are found in it. */
  watch(root: Document | ShadowRoot): void;
  /** Watches a text in which a mention was found: it may be rewritten before anything else changes. */
  watchText(node: Text): void;
  /** The next tree to read, which was added or changed in the given batch; undefined if there is none. */
  next(): { root: Readable; batch: number } | undefined;
  /** Whether something was removed from the document since the last call. */
  wasRemoved(): boolean;
  /** Numbers the observer's callbacks: what was read in a batch is read again only if it changes in a later one. */
  batch(): number;
  stop(): void;
}

/**
 * Watches what a page adds and removes. Text that is rewritten in place isn't watched at first, and attributes never: a
 * document that never changes has no such text, and watching character data turns every key press in an editor into a
 * record. The first change that a page makes shows that it is one that changes.
 *
 * @param onChange called for each batch; must be quick
 */
export function watchChanges(onChange: () => void): Changes {
  let roots: (Document | ShadowRoot)[] = [];
  let jobs: { root: Readable; batch: number }[] = [];
  let batch = 0;
  let removed = false;
  let rewrites = false;

  const observer = new MutationObserver((records) => {
    batch++;
    for (const record of records) {
      if (record.type === "characterData") add(record.target);
      for (const node of record.addedNodes) add(node);
      removed ||= record.removedNodes.length > 0;
    }
    if (removed) roots = roots.filter((root) => root.isConnected);
    // Too many to read one by one: everything is read again.
    if (jobs.length > MARK_JOBS_MAX) jobs = roots.map((root) => ({ root, batch }));
    if (!rewrites) {
      rewrites = true;
      observer.disconnect();
      for (const root of roots) observe(root);
    }
    onChange();
  });

  function add(node: Node): void {
    if (isElement(node) || isText(node)) jobs.push({ root: node, batch });
  }

  function observe(root: Document | ShadowRoot): void {
    observer.observe(root, { subtree: true, childList: true, characterData: rewrites });
  }

  return {
    watch(root) {
      if (roots.includes(root)) return;
      roots.push(root);
      observe(root);
      jobs.push({ root, batch });
    },
    watchText(node) {
      if (!rewrites) observer.observe(node, { characterData: true });
    },
    next: () => jobs.shift(),
    wasRemoved() {
      const was = removed;
      removed = false;
      return was;
    },
    batch: () => batch,
    stop: () => observer.disconnect(),
  };
}
