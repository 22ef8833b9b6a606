import { t } from "../../lib/i18n.ts";
import { clipped } from "../parts/unseen.ts";
import { isWhole, listedOptions } from "./narrow-options.ts";
import type { SearchStore } from "./search-store.ts";
import { useNarrowables } from "./use-narrowables.ts";

/** Roles and groups that are suggested if a text has found no one. */
const OFFERS_MAX = 3;

/** Characters of a name that a button has room for. */
const NAME_MAX_CHARS = 60;

/** If a text has found no one: roles and groups with that name, or a way to choose one. */
export function NarrowOffer({ store, text }: { store: SearchStore; text: string }) {
  const lists = useNarrowables(store);
  const offers = listedOptions(lists, text).slice(0, OFFERS_MAX);
  const mayBeOthers = Object.values(lists).some((list) => list !== undefined && !isWhole(list));
  return (
    <>
      {offers.map(({ kind, value, name }) => (
        <button
          key={`${kind} ${value}`}
          type="button"
          class="button"
          onClick={() => void store.narrow({ kind, value, name }, "")}
        >
          {t(`narrow.offer.${kind}`, { name: clipped(name, NAME_MAX_CHARS) })}
        </button>
      ))}
      {offers.length === 0 && mayBeOthers && (
        <button type="button" class="button" onClick={() => store.pick(text)}>
          {t("narrow.offer.any")}
        </button>
      )}
    </>
  );
}
