import { isItem } from "../behind/carriers.ts";
import { isContainer } from "../behind/containers.ts";
import { parentOf } from "../behind/shown.ts";

/** Elements, from a name upward, that can be the group that shows it together with its address. */
const GROUP_UP = 12;

/** Maximum number of nodes in such a group. */
export const GROUP_NODES = 120;

/** An element that can show a name together with its address. */
interface Group {
  element: Element;
  /** The group inside it that came before. */
  known: Element | undefined;
  /** Whether it is a row, or an item of a list: what is around that is about others. */
  isRow: boolean;
}

/** The groups around an element, starting with itself, up to a row, or to a container, which is none. */
export function* groupsAround(start: Element | null): Generator<Group> {
  let known: Element | undefined;
  let element = start;
  for (let up = 0; up < GROUP_UP && element; up++) {
    const isRow = isItem(element);
    if (isContainer(element) && !isRow) return;
    yield { element, known, isRow };
    if (isRow) return;
    known = element;
    element = parentOf(element);
  }
}
