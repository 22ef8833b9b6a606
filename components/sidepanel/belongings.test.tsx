// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { fakeBackground } from "../testing/fake-background.ts";
import { adaGrants, adaSessions, listed } from "../testing/sample-belongings.ts";
import { ada, zone } from "../testing/sample-users.ts";
import { button, clear, click, page, settle, show } from "../testing/test-page.ts";
import { Belongings } from "./belongings.tsx";

afterEach(clear);

const section = (heading: string) =>
  [...page.querySelectorAll("section")].find(
    (one) => one.querySelector("h3")?.textContent === heading,
  )?.textContent ?? "";

it("a part that failed is tried again by itself", async () => {
  const inspectSessions = vi.fn(async () => listed(adaSessions));
  inspectSessions.mockRejectedValueOnce(new Error("the worker stopped"));
  const inspectGrants = vi.fn(async () => listed(adaGrants));
  await show(
    <Belongings
      user={ada}
      zoneId={zone.id}
      background={fakeBackground({ inspectSessions, inspectGrants })}
      turn={0}
    />,
  );
  await settle();
  expect(section("Active sessions")).toContain("Try again");
  expect(section("Delegated grants")).toContain("Ticket archive");
  await click(button("Try again"));
  await settle();
  expect(section("Active sessions")).toContain("Firefox on Linux");
  expect(inspectSessions).toHaveBeenCalledTimes(2);
  expect(inspectGrants).toHaveBeenCalledTimes(1);
});

it("counts that agree are not spoken of; others are, unless the list goes on", async () => {
  const user = { ...ada, session_count: 2, grant_count: 7 };
  const of = (partial: boolean) =>
    fakeBackground({ inspectGrants: async () => listed(adaGrants, partial) });
  await show(<Belongings user={user} zoneId={zone.id} background={of(false)} turn={0} />);
  await settle();
  expect(section("Active sessions")).not.toContain("The record counts");
  expect(section("Delegated grants")).toContain("The record counts 7, this list 1");
  await show(<Belongings user={user} zoneId={zone.id} background={of(true)} turn={0} />);
  await settle();
  expect(section("Delegated grants")).not.toContain("The record counts");
});

it("asks for each name once", async () => {
  const asked: string[] = [];
  const background = fakeBackground({
    inspectNames: async ({ things }) => {
      asked.push(...things.map(({ kind, id }) => `${kind} ${id}`));
      return things.map((thing) => ({ ...thing, name: "N" }));
    },
  });
  await show(<Belongings user={ada} zoneId={zone.id} background={background} turn={0} />);
  await settle();
  expect(asked.toSorted((a, b) => a.localeCompare(b))).toEqual([
    "applications app1",
    `providers ${ada.provider_id}`,
    "resources res1",
    "resources res2",
  ]);
});
