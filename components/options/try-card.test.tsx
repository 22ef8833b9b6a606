// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { fakeBackground } from "../testing/fake-background.ts";
import { ada, found, zone } from "../testing/sample-users.ts";
import {
  clear,
  eventually,
  field,
  hasButton,
  one,
  show,
  submit,
  type,
} from "../testing/test-page.ts";
import { TryCard } from "./try-card.tsx";

afterEach(clear);

it("asks for the passphrase itself if the key is locked, and then shows the person", async () => {
  const lookUp = vi.fn<BackgroundApi["lookUp"]>(async () => found(ada));
  lookUp.mockResolvedValueOnce({ state: "failed", failure: { why: "keyLocked" } });
  await show(
    <TryCard
      query={{ kind: "email", value: ada.email }}
      background={fakeBackground({ lookUp })}
      zone={zone}
      consoleTemplate={undefined}
      focused={false}
      onClose={() => undefined}
    />,
  );
  expect(hasButton("Open options")).toBe(false);
  await type(field("Passphrase"), "correct horse");
  await submit(one("form"));
  await eventually(() => expect(one("article").getAttribute("data-user-id")).toBe(ada.id));
});
