// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import type { Answer } from "../../lib/directory/answer.ts";
import { Announcer } from "../parts/announcer.tsx";
import { ada, bare, found, zone } from "../testing/sample-users.ts";
import { clear, one, page, show } from "../testing/test-page.ts";
import { AnswerView } from "./answer-view.tsx";
import { answerRestHere } from "./rest-here.ts";

afterEach(clear);

const draw = (answer: Answer) =>
  show(
    <>
      <AnswerView
        rest={answerRestHere}
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

/** Another one whenever something is said, also the same again. */
const saying = () => one("[role=status] span");

it("says an answer once, and not again when the roles that it left open come", async () => {
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
