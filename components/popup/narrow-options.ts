import type { Narrowed } from "../../lib/contract/narrowed.ts";
import {
  NARROWABLE_KINDS,
  type NarrowableKind,
  type NarrowableList,
} from "../../lib/directory/narrowable.ts";

/** The choices as far as known: undefined while they are loading. */
export type NarrowableLists = Record<NarrowableKind, NarrowableList | undefined>;

/** A role or group to choose. */
export interface NarrowOption extends Narrowed {
  description: string | undefined;
  /** Not from a list: the text is used as an identifier or ID. */
  typed: boolean;
}

/** Whether a list has everything that the zone has. */
export const isWhole = (list: NarrowableList | undefined): boolean =>
  list?.state === "listed" && !list.more;

/** Options whose name or description contains the text, name matches first. */
export function listedOptions(lists: NarrowableLists, text: string): NarrowOption[] {
  const wanted = text.toLowerCase();
  const holds = (words: string | undefined) => words?.toLowerCase().includes(wanted) === true;
  return NARROWABLE_KINDS.flatMap((kind) => {
    const list = lists[kind];
    const items = list?.state === "listed" ? list.items : [];
    const named = items.filter(({ name }) => holds(name));
    const described = items.filter((item) => !named.includes(item) && holds(item.description));
    return [...named, ...described].map(({ value, name, description }) => ({
      kind,
      value,
      name,
      description,
      typed: false,
    }));
  });
}

/** The same; if a list isn't complete, the text itself is an option too. */
export function narrowOptions(lists: NarrowableLists, text: string): NarrowOption[] {
  const listed = listedOptions(lists, text);
  return NARROWABLE_KINDS.flatMap((kind) => {
    const ofKind = listed.filter((option) => option.kind === kind);
    const isOpen = lists[kind] !== undefined && !isWhole(lists[kind]);
    const isListed = ofKind.some(({ value }) => value === text);
    if (text === "" || !isOpen || isListed) return ofKind;
    return [...ofKind, { kind, value: text, name: text, description: undefined, typed: true }];
  });
}
