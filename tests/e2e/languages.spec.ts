import { TRANSLATIONS } from "../../packaging/languages.ts";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { ACME } from "../../sandbox/zones.ts";
import { optionsPage } from "../harness/extension-page.ts";
import { hover, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

interface Said {
  title: string;
  agree: string;
  apiKey: string;
  connect: string;
  zone: string;
  active: string;
  verified: string;
  lastSignIn: string;
  search: string;
  /** How long ago someone signed in, the exact time in the reader's time zone, and in UTC. */
  ago: RegExp;
  own: RegExp;
  utc: RegExp;
}

/** What a user reads from the options to an answer, in languages other than English. */
const SAID: Record<string, Said> = {
  de: {
    title: "Keycard Lookup: Einstellungen",
    agree: "Zustimmen und weiter",
    apiKey: "API-Schlüssel",
    connect: "Verbinden",
    zone: "Zone",
    active: "Aktiv",
    verified: "E-Mail bestätigt",
    lastSignIn: "Letzte Anmeldung",
    search: "Benutzer suchen",
    ago: /^vor \d+ \p{L}+ /u,
    own: / \d\d\.\d\d\.20\d\d, (\d\d:\d\d)$/,
    utc: /^\d+\. \p{L}+\.? 20\d\d (\d\d:\d\d) UTC$/u,
  },
  ja: {
    title: "Keycard Lookup: 設定",
    agree: "同意して続ける",
    apiKey: "API キー",
    connect: "接続",
    zone: "ゾーン",
    active: "有効",
    verified: "メール確認済み",
    lastSignIn: "最終サインイン",
    search: "ユーザーを検索",
    ago: /^\d+ \S+前 /,
    own: / 20\d\d\/\d\d\/\d\d (\d?\d:\d\d)$/,
    utc: /^20\d\d年\d+月\d+日 (\d\d:\d\d) UTC$/,
  },
};

for (const language of TRANSLATIONS)
  test(`a browser in ${language} shows options, card and popup in its language, dates too`, async ({
    launch,
    sandbox,
  }) => {
    const said = SAID[language];
    if (!said) throw new Error(`Nothing says what a reader of ${language} is to read.`);
    const browser = await launch({
      args: [`--lang=${language}`],
      env: { ...process.env, LANGUAGE: language, TZ: "Asia/Kolkata" } as Record<string, string>,
    });
    const options = await optionsPage(browser);
    await expect(options).toHaveTitle(said.title);
    await expect(options.locator("html")).toHaveAttribute("lang", language);
    await options.getByRole("button", { name: said.agree }).click();
    await options.getByRole("radio", { name: said.apiKey }).check();
    await options.getByRole("textbox", { name: said.apiKey }).fill(API_KEYS.full);
    await options.getByRole("button", { name: said.connect, exact: true }).click();
    await options.getByRole("combobox", { name: said.zone, exact: true }).selectOption(ACME.id);

    const ticket = await openTicket(browser, sandbox, 1);
    const card = await hover(ticket, ticket.getByTestId(TEST_IDS.requesterEmail));
    const article = card.locator("article");
    await expect(article.getByText(said.active, { exact: true })).toBeVisible();
    await expect(article.getByText(said.verified)).toBeVisible();
    const signIn = article.locator(".detail", { hasText: said.lastSignIn }).locator("time");
    // How long ago; the exact local time; and on demand in UTC, which is the same for everyone.
    await expect(signIn).toHaveText(said.ago);
    await expect(signIn).toHaveText(said.own);
    await expect(signIn).toHaveAttribute("title", said.utc);
    const [, ownTime] = said.own.exec((await signIn.textContent()) ?? "") ?? [];
    const [, utcTime] = said.utc.exec((await signIn.getAttribute("title")) ?? "") ?? [];
    expect(ownTime).not.toBe(utcTime);

    const popup = await browser.context.newPage();
    await popup.goto(browser.address("popup.html"));
    await popup.getByRole("combobox", { name: said.search }).fill("ada");
    await expect(
      popup.getByRole("listbox").getByRole("option").first().getByText(said.active),
    ).toBeVisible();
  });
