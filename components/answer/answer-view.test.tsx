// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { Answer } from "../../lib/directory/answer.ts";
import { Announcer } from "../parts/announcer.tsx";
import { loadOnce } from "../parts/load-once.ts";
import { ada, bare, found, zone } from "../testing/sample-users.ts";
import { clear, one, page, settle, show } from "../testing/test-page.ts";
import { AnswerView } from "./answer-view.tsx";
import { answerRest } from "./rest.ts";
import { answerRestHere } from "./rest-here.ts";

afterEach(clear);

const draw = (answer: Answer, rest = answerRestHere) =>
  show(
    <>
      <AnswerView
        rest={rest}
        answer={answer}
        query={{ kind: "email", value: ada.email }}
        zone={zone}
        extent="glance"
        busy={false}
        turn={0}
        suggest={() => Promise.reject(new Error("not asked for here"))}
        onSearch={() => undefined}
        lookElsewhere={() => Promise.reject(new Error("not asked for here"))}
        onOpenOptions={() => undefined}
        onAgain={() => undefined}
      />
      <Announcer />
    </>,
  );

/** A different element for each announcement, even if the text is the same. */
const saying = () => one("[role=status] span");

it("announces an answer once, and not again when roles that it left open arrive", async () => {
  const answer = { ...found(bare), asOf: 1 } as Answer;
  await draw(answer);
  const said = saying();
  expect(said.textContent).toContain("carol@example.com");
  await draw({ ...found({ ...bare, role_assignments: [] }), asOf: 1 } as Answer);
  expect(page.textContent).toContain("No direct roles");
  expect(saying()).toBe(said);
  await draw({ ...answer, asOf: 2 } as Answer);
  expect(saying()).not.toBe(said);
});

const absent: Answer = { state: "absent", asOf: 1 };

it("draws and announces one user without loading the rest", async () => {
  const load = vi.fn(async () => answerRest);
  await draw(found(bare), loadOnce(load));
  expect(page.textContent).toContain("carol@example.com");
  expect(saying().textContent).toContain("carol@example.com");
  expect(load).not.toHaveBeenCalled();
});

it("shows any other answer as loading until the rest has loaded, and announces it then", async () => {
  let come = (_: typeof answerRest) => undefined as unknown;
  const rest = loadOnce(() => new Promise<typeof answerRest>((resolve) => (come = resolve)));
  await draw(absent, rest);
  expect(page.querySelector(".skeleton")).not.toBeNull();
  expect(saying().textContent).toBe("");
  come(answerRest);
  await settle();
  expect(page.querySelector(".skeleton")).toBeNull();
  expect(one(".notice-known").textContent).toContain("Production");
  expect(saying().textContent).toContain("Production");
});

it("says so if the rest can't be loaded", async () => {
  await draw(
    absent,
    loadOnce(() => Promise.reject(new TypeError("Failed to fetch"))),
  );
  expect(one(".hint").textContent).toContain("can’t be loaded");
});
