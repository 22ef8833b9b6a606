// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { fakeBackground } from "../testing/fake-background.ts";
import { adaGrants, adaSessions, listed, renewingGrants } from "../testing/sample-belongings.ts";
import { ada, zone } from "../testing/sample-users.ts";
import { button, clear, click, page, settle, show } from "../testing/test-page.ts";
import { Belongings, type BelongingsProps } from "./belongings.tsx";

afterEach(clear);

/** With a record that is one line. */
const Around = (props: Omit<BelongingsProps, "children">) => (
  <Belongings {...props}>
    {({ above, children }) => (
      <div>
        {above}
        <p class="record">The record</p>
        {children}
      </div>
    )}
  </Belongings>
);

/** Headings and the record, from top to bottom. */
const order = () =>
  [...page.querySelectorAll("h3, .record")].map((element) => element.textContent ?? "");

const section = (heading: string) =>
  [...page.querySelectorAll("section")].find(
    (one) => one.querySelector("h3")?.textContent?.split(" · ")[0] === heading,
  )?.textContent ?? "";

it("a failed part is retried by itself", async () => {
  const inspectSessions = vi.fn(async () => listed(adaSessions));
  inspectSessions.mockRejectedValueOnce(new Error("the worker stopped"));
  const inspectGrants = vi.fn(async () => listed(adaGrants));
  await show(
    <Around
      user={ada}
      zoneId={zone.id}
      background={fakeBackground({ inspectSessions, inspectGrants })}
      turn={0}
    />,
  );
  await settle();
  expect(section("Sessions")).toContain("Try again");
  expect(section("Delegated grants")).toContain("Ticket archive");
  expect(section("Delegated grants")).toContain("on this person’s behalf");
  await click(button("Try again"));
  await settle();
  expect(section("Sessions")).toContain("Firefox on Linux");
  expect(inspectSessions).toHaveBeenCalledTimes(2);
  expect(inspectGrants).toHaveBeenCalledTimes(1);
});

it("counts that agree aren't mentioned; others are, unless the list continues", async () => {
  const user = { ...ada, session_count: 2, grant_count: 7 };
  const of = (partial: boolean) =>
    fakeBackground({ inspectGrants: async () => listed(adaGrants, { partial }) });
  await show(<Around user={user} zoneId={zone.id} background={of(false)} turn={0} />);
  await settle();
  expect(section("Sessions")).not.toContain("The record says");
  expect(section("Delegated grants")).toContain("The record says 7, but this list shows 1");
  await show(<Around user={user} zoneId={zone.id} background={of(true)} turn={0} />);
  await settle();
  expect(section("Delegated grants")).not.toContain("The record says");
});

it("requests each name once", async () => {
  const asked: string[] = [];
  const background = fakeBackground({
    inspectNames: async ({ things }) => {
      asked.push(...things.map(({ kind, id }) => `${kind} ${id}`));
      return things.map((thing) => ({ ...thing, name: "N" }));
    },
  });
  await show(<Around user={ada} zoneId={zone.id} background={background} turn={0} />);
  await settle();
  expect(asked.toSorted((a, b) => a.localeCompare(b))).toEqual([
    "applications app1",
    "resources res1",
    "resources res2",
    "user-agents ua1",
  ]);
});

it("says what can't be read, and doesn't deny that it exists", async () => {
  const user = { ...ada, session_count: 2, grant_count: 7 };
  const background = fakeBackground({
    inspectSessions: async () => listed([], { unread: 2 }),
    inspectGrants: async () => listed([], { partial: true }),
  });
  await show(<Around user={user} zoneId={zone.id} background={background} turn={0} />);
  await settle();
  expect(section("Sessions")).toBe("Sessions2 sessions couldn’t be read.");
  expect(section("Delegated grants")).toBe("Delegated grantsThere may be more than shown here.");
});

it("a session's name is shown once, if its browser has the same name", async () => {
  await show(<Around user={ada} zoneId={zone.id} background={fakeBackground()} turn={0} />);
  await settle();
  const said = section("Sessions");
  expect(said.split("Safari")).toHaveLength(2);
  expect(said).toContain("SessionFirefox on Linux");
});

it("a grant with a refresh token hasn't expired with its access token, and is counted", async () => {
  const user = { ...ada, grant_count: 2 };
  const background = fakeBackground({ inspectGrants: async () => listed(renewingGrants) });
  await show(<Around user={user} zoneId={zone.id} background={background} turn={0} />);
  await settle();
  const said = section("Delegated grants");
  expect(said).toContain("Token expired, renews itself");
  expect(said).not.toContain("The record says");
});

it("the timeline's list has names, and says what is renewed and what is left out", async () => {
  const grants = Array.from({ length: 250 }, (_, n) => ({ id: `g${n}`, user_id: ada.id }));
  const background = fakeBackground({
    inspectGrants: async () =>
      listed([
        ...renewingGrants,
        ...grants.map((grant) => ({ ...grant, created_at: "2026-01-02T00:00:00Z" })),
      ]),
  });
  await show(<Around user={ada} zoneId={zone.id} background={background} turn={0} />);
  await settle();
  const said = section("Timeline");
  expect(said).toContain("Session · Safari: ");
  expect(said).toContain("Session · Support Copilot: ");
  expect(said).toMatch(/Grant · Ticket archive: .+ – renews itself/);
  expect(said).toContain("The newest 200 of 256 events.");
});

it("counts the listed items by state; those that are over come last", async () => {
  const grants = [
    { id: "g1", user_id: ada.id, status: "expired", expires_at: "2026-11-09T00:00:00Z" },
    { id: "g2", user_id: ada.id, status: "revoked", expires_at: "2026-11-08T00:00:00Z" },
    { id: "g3", user_id: ada.id, status: "active" },
    { id: "g4", user_id: ada.id, status: "suspended" },
    { id: "g5", user_id: ada.id, status: "active" },
  ];
  const background = fakeBackground({ inspectGrants: async () => listed(grants) });
  await show(<Around user={ada} zoneId={zone.id} background={background} turn={0} />);
  await settle();
  expect(order()).toEqual([
    "The record",
    "Sessions · 2 active",
    "Delegated grants · 2 active, 1 other, 1 revoked, 1 expired",
    "Timeline",
  ]);
  const items = [...page.querySelectorAll(".part-item.is-over")];
  expect(items.map((item) => item.textContent)).toEqual([
    expect.stringContaining("Revoked"),
    expect.stringMatching(/Expired .+ ago/),
  ]);
  const ends = [...page.querySelectorAll("section:nth-of-type(2) .part-item")].map((item) =>
    item.classList.contains("is-over"),
  );
  expect(ends).toEqual([false, false, false, true, true]);
  for (const item of items) expect(item.textContent).not.toContain("Expires");
});

it("doesn't count a list that isn't complete", async () => {
  const background = fakeBackground({
    inspectSessions: async () => listed(adaSessions, { unread: 1 }),
    inspectGrants: async () => listed(adaGrants, { partial: true }),
  });
  await show(<Around user={ada} zoneId={zone.id} background={background} turn={0} />);
  await settle();
  expect(order()).toEqual(["The record", "Sessions", "Delegated grants", "Timeline"]);
});

it.each([
  ["if the record counts none it says why", 0, true],
  ["if it does, the sentence below the badges has already said so", 2, false],
])(
  "active sessions of a disabled user come before the record; %s",
  async (_, session_count, says) => {
    const disabled = { ...ada, status: "disabled", session_count };
    await show(<Around user={disabled} zoneId={zone.id} background={fakeBackground()} turn={0} />);
    await settle();
    expect(order().slice(0, 2)).toEqual(["Sessions · 2 active", "The record"]);
    expect(section("Sessions").includes("disabled, but these sessions are still active")).toBe(
      says,
    );
  },
);

it.each([
  ["an active user has them after the record", { status: "active" }, adaSessions],
  ["an empty list causes no warning, whatever the record counts", { status: "disabled" }, []],
])("%s", async (_, own, sessions) => {
  const user = { ...ada, session_count: 2, ...own };
  const background = fakeBackground({ inspectSessions: async () => listed(sessions) });
  await show(<Around user={user} zoneId={zone.id} background={background} turn={0} />);
  await settle();
  expect(order()[0]).toBe("The record");
  expect(section("Sessions")).not.toContain("still active");
});
