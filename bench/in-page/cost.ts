/** What a page observes about itself. The observers start before the page's own scripts. */
export interface Observed {
  /** Duration of each long task, ms: a task of more than 50 ms (https://w3c.github.io/longtasks/). */
  longTasks: number[];
  layoutShifts: number;
  /** Changes in the document since it was parsed, except those by `mutate`. */
  foreignChanges: number;
}

const longTasks: number[] = [];
let layoutShifts = 0;
let changes = 0;
/** Changes by `mutate`. */
let made = 0;

const tasks = new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longTasks.push(duration);
});
tasks.observe({ type: "longtask", buffered: true });

const shifts = new PerformanceObserver((list) => {
  layoutShifts += list.getEntries().length;
});
shifts.observe({ type: "layout-shift", buffered: true });

const mutations = new MutationObserver((records) => {
  changes += records.length;
});
document.addEventListener("DOMContentLoaded", () => {
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  mutations.observe(document, all);
});

export function observed(): Observed {
  changes += mutations.takeRecords().length;
  return { longTasks, layoutShifts, foreignChanges: changes - made };
}

/** Changes `#live` at a constant rate. @returns after the last change */
export function mutate(perSecond: number, seconds: number): Promise<void> {
  const live = document.getElementById("live");
  if (!live) throw new Error("The page has no #live.");
  const start = performance.now();
  return new Promise((done) => {
    const timer = setInterval(() => {
      const due = Math.min(seconds, (performance.now() - start) / 1_000) * perSecond;
      while (made < due) {
        CHANGES[made % CHANGES.length]?.(live, made);
        made++;
      }
      if (made < perSecond * seconds) return;
      clearInterval(timer);
      done();
    }, 1_000 / perSecond);
  });
}

const ROWS = 20;

/** Each causes one MutationObserver record; together they keep at most `ROWS` rows. */
const CHANGES: ((live: HTMLElement, n: number) => void)[] = [
  (live, n) => live.append(row(n)),
  (live, n) => rowOf(live, n).setAttribute("data-state", `${n}`),
  (live, n) => {
    const text = rowOf(live, n).firstChild;
    if (text) text.nodeValue = `Assigned to ada.${n}@example.com `;
  },
  (live, n) => {
    const name = rowOf(live, n).lastElementChild;
    if (name) name.textContent = `for ben.${n}@example.com`;
  },
  (live) => {
    if (live.childElementCount > ROWS) live.firstElementChild?.remove();
    else live.append(row(made));
  },
];

function row(n: number): HTMLElement {
  const element = document.createElement("p");
  const name = document.createElement("span");
  name.textContent = `by user-${n}@example.com`;
  element.append(`Change ${n} `, name);
  return element;
}

function rowOf(live: HTMLElement, n: number): Element {
  return live.children[n % live.childElementCount] ?? live;
}
