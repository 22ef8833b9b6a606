// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import type { User } from "../../lib/keycard/index.ts";
import { Announcer } from "../parts/announcer.tsx";
import { UNSEEN } from "../parts/unseen.ts";
import { samir, suki } from "../testing/sample-cases.ts";
import { ada, bare, hostile, member, newer, zone } from "../testing/sample-users.ts";
import { button, clear, click, one, page, show } from "../testing/test-page.ts";
import { CopyButtons } from "./copy-buttons.tsx";
import { summaryLine } from "./summary-line.ts";
import { ThingNames } from "./thing-names.ts";

afterEach(clear);

const AS_OF = Date.UTC(2026, 10, 5, 10, 2);

async function buttons(user = ada, works = true) {
  const taken: string[] = [];
  const copy = (text: string) => {
    taken.push(text);
    return works;
  };
  await show(
    <>
      <CopyButtons user={user} zone={zone} asOf={AS_OF} json copy={copy} />
      <Announcer />
    </>,
  );
  return taken;
}

it("copies e-mail, ID, summary and the whole record", async () => {
  const taken = await buttons(newer as typeof ada);
  for (const name of ["Copy e-mail", "Copy ID", "Copy summary", "Copy JSON"])
    await click(button(name));
  expect(taken.slice(0, 3)).toEqual([
    newer.email,
    newer.id,
    summaryLine(newer, { zone, asOf: AS_OF }),
  ]);
  expect(JSON.parse(taken[3] ?? "")).toEqual(newer);
});

it("copies the record without what the extension has added", async () => {
  const taken = await buttons({ ...member, activeSessions: 1 } as User as typeof ada);
  await click(button("Copy JSON"));
  const { rolesCounted: _, ...record } = member;
  expect(JSON.parse(taken[0] ?? "")).toStrictEqual(record);
});

it.each(["direct", "gathered"] as const)(
  "doesn't copy roles that were read in addition to the record: %s",
  async (rolesCounted) => {
    const taken = await buttons({ ...member, rolesCounted } as typeof ada);
    await click(button("Copy JSON"));
    expect(JSON.parse(taken[0] ?? "")).not.toHaveProperty("role_assignments");
  },
);

it("copies roles, groups, ways to sign in and directory as the API sent them", async () => {
  const taken = await buttons(samir as typeof ada);
  await click(button("Copy JSON"));
  const { external, groups, credentials, role_assignments } = samir;
  expect(JSON.parse(taken[0] ?? "")).toMatchObject({
    external,
    groups,
    credentials,
    role_assignments,
  });
});

it("uses in the summary the names that are shown with it", async () => {
  const taken: string[] = [];
  const copy = (text: string) => {
    taken.push(text);
    return true;
  };
  await show(
    <ThingNames.Provider value={(thing) => ({ ...thing, name: "Staging" })}>
      <CopyButtons user={suki} zone={zone} asOf={undefined} json copy={copy} />
    </ThingNames.Provider>,
  );
  await click(button("Copy summary"));
  expect(taken[0]).toContain("auditor (zone Staging)");
});

it("confirms a copy visibly and to screen readers", async () => {
  await buttons();
  await click(button("Copy ID"));
  expect(one(".copy-title").textContent).toBe("Copied");
  expect(one("[role=status]").textContent).toBe("Copied");
});

it("says so if the browser refused", async () => {
  await buttons(ada, false);
  await click(button("Copy ID"));
  expect(page.textContent).toContain("Couldn’t copy: the browser blocked it");
  expect(one(".copy-title").textContent).toBe("Copy");
});

it("has no e-mail to copy if none was reported", async () => {
  await buttons({ id: bare.id } as typeof ada);
  expect(button("Copy e-mail").disabled).toBe(true);
});

it("copies what is visible: no invisible characters, and the JSON still equals what the API sent", async () => {
  const user = { ...hostile, subject: "a\nb\u202Ec\u0085d", email: "ada\u202E\n@example.com" };
  const taken = await buttons(user as typeof ada);
  for (const name of ["Copy e-mail", "Copy ID", "Copy summary", "Copy JSON"])
    await click(button(name));
  const [email, id, summary, json = ""] = taken;
  expect(email).toBe("ada<U+202E><U+000A>@example.com");
  for (const text of [email, id, summary, json.replaceAll("\n", "")])
    expect(text).not.toMatch(UNSEEN);
  expect(JSON.parse(json)).toEqual(user);
});
