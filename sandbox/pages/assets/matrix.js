/**
 * Sets up what markup can't express, in the matrix and in the documents of its frames: shadow roots by script, frames
 * filled by script, scroll positions, long texts.
 */
(() => {
  /** Shadow roots by host, including closed ones, so that a test finds the text to hover. */
  const roots = new WeakMap();
  globalThis.matrixRoots = roots;

  function attachRoots(tree) {
    for (const template of tree.querySelectorAll("template[data-root]")) {
      const host = template.parentElement;
      const root = host.attachShadow({ mode: template.dataset.root });
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = document.querySelector("link[rel=stylesheet]").href;
      root.append(style, template.content);
      template.remove();
      roots.set(host, root);
      setUp(root);
    }
  }

  function fillFrames(tree) {
    for (const frame of tree.querySelectorAll("iframe[data-blob]"))
      frame.src = URL.createObjectURL(new Blob([frame.dataset.blob], { type: "text/html" }));
    for (const frame of tree.querySelectorAll("iframe[data-written]")) {
      const inner = frame.contentDocument;
      inner.open();
      inner.write(frame.dataset.written);
      inner.close();
    }
    for (const frame of tree.querySelectorAll("iframe[data-appended]")) {
      const parsed = new DOMParser().parseFromString(frame.dataset.appended, "text/html");
      frame.contentDocument.body.replaceWith(frame.contentDocument.adoptNode(parsed.body));
    }
  }

  /** Puts filler on both sides of an element's text, in one text node, and scrolls to its middle. */
  function fill(element) {
    const filler = "lorem ipsum dolor sit amet ".repeat(Number(element.dataset.fill) / 27);
    const word = element.textContent;
    element.textContent = `${filler}${word} ${filler}`;
    const range = document.createRange();
    range.setStart(element.firstChild, filler.length);
    range.setEnd(element.firstChild, filler.length + word.length);
    scrollTo(element, range);
  }

  function scrollTo(box, target) {
    box.scrollTop += target.getBoundingClientRect().top - box.getBoundingClientRect().top - 30;
  }

  function scroll(tree) {
    for (const element of tree.querySelectorAll("[data-scroll]"))
      element.scrollTop = Number(element.dataset.scroll);
    for (const element of tree.querySelectorAll("[data-scroll-left]"))
      element.scrollLeft = Number(element.dataset.scrollLeft);
    for (const box of tree.querySelectorAll("[data-to-word]"))
      scrollTo(box, box.querySelector("[data-target]"));
  }

  /** Tooltips that a site draws after the pointer has rested, or leaves over the next word for a moment. */
  function wait(tree) {
    for (const element of tree.querySelectorAll("[data-refers-late]"))
      element.addEventListener("mouseenter", () => {
        setTimeout(() => element.setAttribute("aria-describedby", element.dataset.refersLate), 450);
      });
    for (const element of tree.querySelectorAll("[data-goes]"))
      element.addEventListener("mouseenter", () => {
        setTimeout(() => element.remove(), Number(element.dataset.goes));
      });
  }

  function setUp(tree) {
    attachRoots(tree);
    wait(tree);
    fillFrames(tree);
    for (const element of tree.querySelectorAll("[data-fill]")) fill(element);
    for (const element of tree.querySelectorAll("[data-popover]")) element.showPopover();
    scroll(tree);
  }

  setUp(document);
  // The style sheet decides the sizes, and an out-of-process frame learns its own size late.
  addEventListener("load", () => scroll(document));
  addEventListener("resize", () => scroll(document));
})();
