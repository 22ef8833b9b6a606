import { expect, test } from "vitest";
import { classify, type Sender } from "./sender.ts";

const extension = { id: "abc", baseUrl: "chrome-extension://abc/" };
const page = "https://tickets.example.com/1";
const tab = { id: 7 };

test.each<[string, Sender, string]>([
  ["the popup", { id: "abc", url: "chrome-extension://abc/popup.html" }, "extension-page"],
  [
    "options in a tab",
    { id: "abc", url: "chrome-extension://abc/options.html", tab, frameId: 0 },
    "extension-page",
  ],
  [
    "the card in a page",
    { id: "abc", url: "chrome-extension://abc/card.html#x", tab, frameId: 4 },
    "card-frame",
  ],
  [
    "the card opened as a tab by a page",
    { id: "abc", url: "chrome-extension://abc/card.html", tab, frameId: 0 },
    "unknown",
  ],
  [
    "the popup framed by a page",
    { id: "abc", url: "chrome-extension://abc/popup.html", tab, frameId: 4 },
    "unknown",
  ],
  ["a content script in the top frame", { id: "abc", url: page, tab, frameId: 0 }, "top-frame"],
  ["a content script in a frame", { id: "abc", url: page, tab, frameId: 3 }, "sub-frame"],
  [
    "a content script in about:srcdoc",
    { id: "abc", url: "about:srcdoc", tab, frameId: 3 },
    "sub-frame",
  ],
  ["another extension", { id: "xyz", url: "chrome-extension://xyz/popup.html" }, "unknown"],
  [
    "a site whose name starts like the extension's",
    { id: "xyz", url: "chrome-extension://abcd/popup.html" },
    "unknown",
  ],
  ["a page without a tab", { id: "abc", url: page }, "unknown"],
  [
    "a page in something that isn't a tab",
    { id: "abc", url: page, tab: {}, frameId: 0 },
    "unknown",
  ],
  ["a page in an unknown frame", { id: "abc", url: page, tab }, "unknown"],
  ["the card outside a page", { id: "abc", url: "chrome-extension://abc/card.html" }, "unknown"],
  [
    "a page of the extension named like the card",
    { id: "abc", url: "chrome-extension://abc/a/card.html" },
    "extension-page",
  ],
  [
    "another extension at a URL of this one",
    { id: "xyz", url: "chrome-extension://abc/popup.html" },
    "unknown",
  ],
  ["a sender without a URL", { id: "abc", tab, frameId: 0 }, "unknown"],
  ["nobody", {}, "unknown"],
])("%s", (_, sender, expected) => {
  expect(classify(sender, extension)).toBe(expected);
});
