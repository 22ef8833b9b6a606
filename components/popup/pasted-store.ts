import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { LooksLike, UnrecognizedLines } from "../../lib/contract/replies.ts";
import { PASTED_MAX_CHARS } from "../../lib/limits.ts";
import { createPeopleStore, type PeopleStore } from "../people/people-store.ts";
import type { Mentioned } from "../people/row.ts";
import { addPattern, type Recognizing, removePattern } from "./recognize.ts";

/** Who a pasted text mentions. */
export type Pasted =
  | { state: "empty" }
  /** Longer than PASTED_MAX_CHARS: not read at all. */
  | { state: "too-long" }
  /** The background didn't answer. */
  | { state: "lost" }
  /** @property over number beyond those that are listed @property unrecognized the lines without a mention */
  | { state: "read"; listed: Mentioned[]; over: number; unrecognized: UnrecognizedLines };

/** The pattern that was last added or removed. */
export interface Recognized {
  like: LooksLike;
  outcome: Recognizing;
}

export interface PastedStore {
  text: ReadonlySignal<string>;
  /** For the last text that was read; the current one follows shortly. */
  pasted: ReadonlySignal<Pasted>;
  /** Who was looked up; undefined while the text is being edited. */
  listed: ReadonlySignal<readonly Mentioned[] | undefined>;
  people: PeopleStore;
  recognized: ReadonlySignal<Recognized | undefined>;
  /** Adds a pattern to the settings, and reads the text with it. New mentions are listed; no one is looked up. */
  recognize(like: LooksLike): Promise<void>;
  /** Undoes that. */
  undoRecognize(): Promise<void>;
  write(text: string): void;
  lookUp(): Promise<void>;
  /** Back to the text, which is kept. */
  startOver(): void;
}

/** A pasted text. It is kept in this page's memory, and stored nowhere. */
export function createPastedStore(
  background: Pick<
    BackgroundApi,
    "changeSettings" | "findMentions" | "lookUpMany" | "policy" | "settings" | "stopLookUps"
  >,
): PastedStore {
  const text = signal("");
  const pasted = signal<Pasted>({ state: "empty" });
  const listed = signal<readonly Mentioned[] | undefined>(undefined);
  const people = createPeopleStore(background);
  const recognized = signal<Recognized | undefined>(undefined);
  let reading: Promise<void> | undefined;

  async function readOne(pastedText: string): Promise<Pasted> {
    if (pastedText.trim() === "") return { state: "empty" };
    if (pastedText.length > PASTED_MAX_CHARS) return { state: "too-long" };
    const found = await background.findMentions({ text: pastedText }).catch(() => undefined);
    if (!found) return { state: "lost" };
    return { ...found, state: "read", listed: found.listed.map((query) => ({ query })) };
  }

  /** Reads one text after another, and skips those that were replaced meanwhile. */
  async function readAll(): Promise<void> {
    for (let pastedText: string | undefined; pastedText !== text.value; ) {
      pastedText = text.value;
      pasted.value = await readOne(pastedText);
    }
    reading = undefined;
  }

  function read(): Promise<void> {
    reading ??= readAll();
    return reading;
  }

  async function note(like: LooksLike, change: typeof addPattern): Promise<void> {
    const outcome = await change(background, like.template);
    if (outcome === "added" || outcome === "removed") {
      await read();
      const now = pasted.value;
      if (listed.value && now.state === "read") listed.value = now.listed;
    }
    recognized.value = { like, outcome };
  }

  return {
    text,
    pasted,
    listed,
    people,
    recognized,
    recognize: (like) => note(like, addPattern),
    async undoRecognize() {
      if (recognized.value) await note(recognized.value.like, removePattern);
    },
    write(next) {
      recognized.value = undefined;
      text.value = next;
      void read();
    },
    async lookUp() {
      if (reading || pasted.value.state === "lost") await read();
      const now = pasted.value;
      if (now.state !== "read" || now.listed.length === 0) return;
      batch(() => {
        listed.value = now.listed;
        void people.lookUp(now.listed.map(({ query }) => query));
      });
    },
    startOver() {
      people.forget();
      listed.value = undefined;
    },
  };
}
