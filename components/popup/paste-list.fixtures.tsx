import type { BackgroundApi } from "../../lib/contract/background.ts";
import { mentionsInText } from "../../lib/mentions-in-text.ts";
import { fakeBackground, never, sampleSettings } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { PasteList } from "./paste-list.tsx";
import { createPastedStore, type PastedStore } from "./pasted-store.ts";

const none = () => undefined;
const { inspectNames } = fakeBackground();

function of(
  text: string,
  own: Partial<BackgroundApi> = {},
  then: (store: PastedStore) => void = none,
) {
  return () => {
    const store = createPastedStore(fakeBackground(own));
    store.write(text);
    then(store);
    return <PasteList store={store} inspectNames={inspectNames} onOpen={none} onBack={none} />;
  };
}

const letter = "Dear all,\n<ada@example.com>; bob@example.com.";

const crowd = Array.from({ length: 40 }, (_, n) => `person${n}@example.com`);

const ids = `${letter}\nauth0|0123456789abcdef01234567\nauth0|fedcba9876543210fedcba98`;

async function recognized(store: PastedStore): Promise<void> {
  const [auth0] = mentionsInText(ids, []).unrecognized.looksLike;
  if (auth0) await store.recognize(auth0);
}

const recognize = (store: PastedStore) => void recognized(store);

const manyPatterns = Array.from({ length: 20 }, (_, n) => `user-${n}-{digit:21}`);

export const fixtures: Fixture[] = [
  {
    name: "empty",
    render: of(""),
    shows: ["Back to search", "Paste a list", "Paste any text with e-mail addresses", "Look up"],
  },
  {
    name: "found",
    render: of(letter),
    shows: ["2 addresses and IDs", "1 line not recognized", "Look up all 2"],
  },
  { name: "nobody", render: of("Dear all,"), shows: ["No e-mail address or ID"] },
  {
    name: "more than are looked up",
    render: of(letter, {
      findMentions: async () => ({
        listed: Array.from({ length: 10_000 }, () => ({ kind: "email", value: "a@example.com" })),
        over: 234,
        unrecognized: { lines: [], count: 0, looksLike: [] },
      }),
    }),
    shows: [
      "10,234 addresses and IDs. Only the first 10,000 will be looked up; 234 won’t.",
      "Look up all 10,000",
    ],
  },
  {
    name: "too long",
    // As many letters would take a browser seconds to draw.
    render: of(`a${" ".repeat(1_000_000)}`),
    shows: ["This text has more than 1,000,000 characters. Paste it in parts."],
  },
  {
    name: "not answered",
    render: of(letter, { findMentions: () => Promise.reject(new Error("port closed")) }),
    shows: ["The extension didn’t respond. Try again."],
  },
  {
    name: "looking up",
    render: of(crowd.join(" "), { lookUpMany: never }, (store) => void store.lookUp()),
    shows: ["Start over", "0 of 40 looked up", "Cancel"],
  },
  {
    name: "looked up, of a text with lines that name nobody",
    render: of(
      `Name;Address\n${letter}\n${Array.from({ length: 130 }, (_, n) => `E-${1000 + n}`).join("\n")}`,
      {},
      (store) => void store.lookUp(),
    ),
    shows: ["132 lines not recognized", "Name;Address", "E-1042", "And 32 more.", "2 people"],
  },
  {
    name: "IDs of a provider that can be recognized",
    render: of(ids),
    shows: ["2 lines look like Auth0 IDs.", "Recognize Auth0 IDs", "Edit in options"],
  },
  {
    name: "identifiers that can be recognized",
    render: of(`${letter}\nE-1042\nE-1043`),
    shows: [
      "2 lines look like identifiers, such as E-1042.",
      "Recognize identifiers like E-1042",
      "Edit in options",
    ],
  },
  {
    name: "IDs of a provider are recognized now",
    render: of(ids, {}, recognize),
    shows: ["Auth0 IDs are now recognized, on pages too.", "Undo", "Edit in options"],
  },
  {
    name: "the organization sets which IDs are recognized",
    render: of(
      ids,
      { policy: async () => ({ policy: { subjectPatterns: [] }, warnings: [] }) },
      recognize,
    ),
    shows: ["Your organization sets which IDs are recognized."],
  },
  {
    name: "there is no room for another pattern",
    render: of(
      ids,
      { settings: async () => ({ ...sampleSettings, subjects: manyPatterns }) },
      recognize,
    ),
    shows: ["Your settings already have 20 patterns."],
  },
  {
    name: "the pattern was not taken",
    render: of(ids, { changeSettings: () => Promise.reject(new Error("port closed")) }, recognize),
    shows: ["The extension didn’t respond. Try again."],
  },
  {
    name: "the pattern is taken out again",
    render: of(ids, {}, (store) => void recognized(store).then(store.undoRecognize)),
    shows: ["Auth0 IDs aren’t recognized anymore."],
  },
  {
    name: "looked up",
    render: of(letter, {}, (store) => void store.lookUp()),
    shows: ["Start over", "2 people", "ada.lovelace@example.com"],
  },
];
