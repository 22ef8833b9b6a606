/** What observers report: changes of the tree, sizes, visibility, reports. */
import { hostOf, named } from "./notes.js";

export function observe(notes) {
  const sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect, borderBoxSize } of entries)
      notes.stands(`size: ${named(target)}`, [
        contentRect.toJSON(),
        borderBoxSize[0].inlineSize,
        borderBoxSize[0].blockSize,
      ]);
  });
  const views = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, intersectionRect } of entries)
        notes.stands(`seen: ${named(target)}`, [isIntersecting, intersectionRect.toJSON()]);
    },
    { threshold: [0, 0.5, 1] },
  );

  new MutationObserver((records) => {
    for (const record of records) {
      notes.add("mutations", inWords(record));
      for (const node of record.addedNodes)
        if (node instanceof Element) {
          sizes.observe(node);
          views.observe(node);
        }
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeOldValue: true,
    characterData: true,
    characterDataOldValue: true,
  });

  new ReportingObserver(
    (reports) => {
      for (const { type, body } of reports)
        notes.add("reports", `${type} ${body?.id ?? ""} ${body?.message ?? ""}`);
    },
    { buffered: true },
  ).observe();

  // The host can be there from an earlier look.
  const host = hostOf();
  if (host) sizes.observe(host);
}

function inWords({ type, target, addedNodes, removedNodes, attributeName, oldValue }) {
  const nodes = (list) => [...list].map((node) => node.outerHTML ?? node.textContent).join("");
  const now = attributeName === null ? "" : target.getAttribute(attributeName);
  return `${type} of ${named(target)}: +${nodes(addedNodes)} -${nodes(removedNodes)} ${attributeName} ${oldValue} ${now}`;
}
