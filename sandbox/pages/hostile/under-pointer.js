/** Mentions moved under a resting pointer: the browser itself then sends events, which are trusted. */

const mention = () => document.getElementById("mention").textContent;

/** An element full of mentions, over the whole window unless a style says otherwise. */
function trap(style = "", tag = "div") {
  const element = document.createElement(tag);
  element.textContent = `${mention()} `.repeat(400);
  element.style.cssText = `position: fixed; inset: 0; margin: 0; max-width: none; max-height: none; width: 100%; height: 100%;
    background: white; z-index: 9; font: 40px/50px monospace; overflow: hidden; ${style}`;
  return element;
}

function trapFrame(attributes) {
  const frame = trap("", "iframe");
  frame.textContent = "";
  Object.assign(frame, attributes);
  return frame;
}

const page = () => `<p style="font: 40px/50px monospace">${`${mention()} `.repeat(400)}`;

/** Some animation frames, in each of which the page looks different. */
async function jiggle(change) {
  for (let n = 0; n < 20; n++) {
    change(n);
    await new Promise(requestAnimationFrame);
  }
}

/** This machine's other name is another site. */
function elsewhere(path) {
  const url = new URL(path, location.href);
  url.hostname = url.hostname === "localhost" ? "127.0.0.1" : "localhost";
  return url.href;
}

export const underPointer = {
  "a layer that appears"() {
    document.body.append(trap());
  },
  async "a layer that moves"() {
    const layer = trap();
    document.body.append(layer);
    await jiggle((n) => layer.style.setProperty("translate", `${n % 2}px ${n}px`));
  },
  async "a layer that grows, turns and is zoomed"() {
    const layer = trap();
    document.body.append(layer);
    layer.animate(
      { transform: ["scale(0.2)", "scale(1.4) rotate(3deg)"] },
      { duration: 300, iterations: 2 },
    );
    await jiggle((n) => document.body.style.setProperty("zoom", String(1 + n / 20)));
  },
  async "a page that scrolls"() {
    document.body.append(trap("position: absolute; inset: auto; top: 1200px; height: 3000px"));
    await jiggle((n) => scrollTo(0, 300 + n * 80));
  },
  async "a layout that changes"() {
    document.body.prepend(trap("position: static"));
    await jiggle((n) => document.body.style.setProperty("padding-top", `${n * 3}px`));
  },
  "a modal dialog"() {
    const dialog = trap("", "dialog");
    document.body.append(dialog);
    dialog.showModal();
  },
  async "a popover that opens and closes"() {
    const layer = trap();
    layer.popover = "manual";
    document.body.append(layer);
    await jiggle(() => layer.togglePopover());
  },
  "a label, a title and a field's value"({ x, y }) {
    document.body.title = mention();
    document.body.setAttribute("aria-label", mention());
    const field = trap("", "input");
    document.body.append(field);
    field.value = mention();
    field.focus();
    document.elementFromPoint(x, y).title = mention();
  },
  "a frame that appears"() {
    document.body.append(trapFrame({ srcdoc: page() }));
  },
  async "a frame that appears, moves, and comes again"() {
    const frame = trapFrame({ srcdoc: page() });
    document.body.append(frame);
    await new Promise((loaded) => frame.addEventListener("load", loaded));
    await jiggle((n) => frame.style.setProperty("translate", `${(n % 2) * 2000}px ${n}px`));
    frame.style.removeProperty("translate");
    frame.contentWindow.scrollTo(0, 200);
  },
  "a frame that is written"() {
    const frame = trapFrame({});
    document.body.append(frame);
    frame.contentDocument.open();
    frame.contentDocument.write(page());
    frame.contentDocument.close();
  },
  async "a frame of another site that appears and moves"() {
    const frame = trapFrame({ src: elsewhere("/hostile/trap") });
    document.body.append(frame);
    await new Promise((loaded) => frame.addEventListener("load", loaded));
    await jiggle((n) => frame.style.setProperty("translate", `${n * 3}px ${n * 5}px`));
  },
  async "one frame after another"() {
    for (let n = 0; n < 4; n++) {
      const frame = trapFrame({ srcdoc: page() });
      document.body.append(frame);
      await new Promise((later) => setTimeout(later, 400));
      frame.remove();
    }
  },
  "another page"() {
    location.href = "/hostile/trap";
  },
  async "the document opened anew, and written"() {
    const written = page();
    document.open();
    document.write(written);
    document.close();
    // Until the content script listens again.
    await new Promise((later) => setTimeout(later, 1_300));
    document.body.append(document.createElement("hr"));
    await jiggle((n) => document.body.style.setProperty("padding-top", `${n}px`));
  },
  async "addresses of the page, back and forth"() {
    document.body.append(trap());
    for (let n = 0; n < 5; n++) {
      history.pushState(n, "", `?${n}`);
      location.hash = `#${n}`;
    }
    history.back();
  },
  async "a window, fullscreen, a locked pointer"() {
    document.body.append(trap());
    window.open("/hostile/trap", "", "width=400,height=400")?.moveTo(0, 0);
    moveBy(10, 10);
    resizeBy(10, 10);
    await Promise.allSettled([
      document.body.requestFullscreen(),
      document.body.requestPointerLock(),
    ]);
  },
};
