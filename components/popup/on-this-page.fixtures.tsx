import type { TabMentions } from "../../lib/contract/replies.ts";
import { fakeBackground, never } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import {
  byId,
  bySubject,
  hostileMention,
  mentioned,
  often,
  tooMany,
} from "../testing/sample-mentions.ts";
import { OnThisPage } from "./on-this-page.tsx";
import { createPageMentionsStore } from "./page-mentions-store.ts";

const none = () => undefined;
const { inspectNames } = fakeBackground();

function of(tabMentions: () => Promise<TabMentions>, showInTab = async () => true, shown = 0) {
  return () => {
    const store = createPageMentionsStore({ ...fakeBackground(), tabMentions, showInTab });
    void store.ask().then(async () => {
      const mentions = store.mentions.value;
      const first = mentions?.state === "listed" ? mentions.listed[0] : undefined;
      for (let click = 0; click < shown; click++) await first?.onPage?.walk.showNext();
    });
    return <OnThisPage store={store} inspectNames={inspectNames} onOpen={none} onBack={none} />;
  };
}

const bars = ["Back to search", "Refresh list", "On this page"];

export const fixtures: Fixture[] = [
  { name: "asking", render: of(never), shows: bars },
  {
    name: "listed",
    render: of(async () => mentioned(often, byId, bySubject, hostileMention)),
    shows: [
      ...bars,
      "4 addresses and IDs",
      "E-mail address",
      "4 times",
      "User ID",
      "once",
      "Identity provider ID",
      "2 times",
      "Look up all 4",
      "Look up ada.lovelace@example.com: e-mail address, 4 times",
      "Show on page: ada.lovelace@example.com",
    ],
  },
  {
    name: "one was scrolled to",
    render: of(async () => mentioned(often, byId), undefined, 2),
    shows: ["2 of 4"],
  },
  {
    name: "one is gone",
    render: of(
      async () => mentioned(often, byId),
      async () => false,
      1,
    ),
    shows: ["It’s no longer on the page. Refresh the list."],
  },
  {
    name: "the background did not scroll",
    render: of(
      async () => mentioned(often),
      () => Promise.reject(new Error("port closed")),
      1,
    ),
    shows: ["The extension didn’t respond. Try again."],
  },
  {
    name: "more than are listed",
    render: of(async () => tooMany),
    shows: ["1,000 addresses and IDs", "Only the first 1,000 are listed."],
  },
  {
    name: "nobody",
    render: of(async () => mentioned()),
    shows: ["No e-mail address or ID on this page.", "Refresh list"],
  },
  {
    name: "unreadable",
    render: of(async () => ({ ok: false, why: "unreadable" })),
    shows: ["This page can’t be read.", "such as settings, extension stores and PDFs"],
  },
  {
    name: "the page hasn't answered",
    render: of(async () => ({ ok: false, why: "unanswered" })),
    shows: ["This page didn’t respond.", "Wait until it has loaded, then refresh the list."],
  },
  {
    name: "switched off by the organization",
    render: of(async () => ({ ok: false, why: "switched-off" })),
    shows: ["Your organization has turned this site off.", "Search for someone instead."],
  },
  {
    name: "lost",
    render: of(() => Promise.reject(new Error("port closed"))),
    shows: ["The extension didn’t respond.", "Refresh list"],
  },
];
