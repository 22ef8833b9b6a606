import { isElement, isText } from "../dom.ts";
import type { Readable } from "../scan/scan.ts";

/** Changes of a document that wait to be read for its lines; above that all is read anew. */
export const MARK_JOBS_MAX = 1_000;

/** What is still to be read of a document, in the order in which it changed. */
export interface Changes {
  /** Begins, or goes on, to watch: the document and the shadow trees that are met in it. */
  watch(root: Document | ShadowRoot): void;
  /** Watches a text in which something was found: it may be rewritten before anything else changes. */
  watchText(node: Text): void;
  /** The next tree to read, which was put in or changed in the given batch; undefined when there is none. */
  next(): { root: Readable; batch: number } | undefined;
  /** Whether something was taken out of the document since this was last asked. */
  wasRemoved(): boolean;
  /** Numbers the callbacks of the observer: what was read in a batch is read again only if it changed in a later one. */
  batch(): number;
  stop(): void;
}

/**
 * Watches what a page puts in and takes out. Text that is rewritten in place, and attributes, are not watched at first:
 * a document that stays as it is has none, and watching characters makes every key press in an editor a record. The
 * first change that a page makes shows that it is one of those that do.
 *
 * @param onChange called for each batch; what it does must be short
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
    // More than can be read one by one: all is read anew.
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
