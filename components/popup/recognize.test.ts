import { expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { SUBJECT_PATTERNS_MAX } from "../../lib/limits.ts";
import { fakeBackground, sampleSettings } from "../testing/fake-background.ts";
import { addPattern, removePattern } from "./recognize.ts";

const AUTH0 = "auth0|{hex:24}";

function background(subjects: string[], own: Partial<BackgroundApi> = {}) {
  const changeSettings = vi.fn(
    own.changeSettings ??
      (async () => ({ ok: true }) as Awaited<ReturnType<BackgroundApi["changeSettings"]>>),
  );
  const settings = async () => ({ ...sampleSettings, subjects });
  return { ...fakeBackground({ ...own, settings }), changeSettings };
}

it("appends a pattern to the existing ones, once, and removes it again", async () => {
  const some = background(["{digit:21}"]);
  expect(await addPattern(some, AUTH0)).toBe("added");
  expect(some.changeSettings).toHaveBeenLastCalledWith({ subjects: ["{digit:21}", AUTH0] });
  const both = background(["{digit:21}", AUTH0]);
  expect(await addPattern(both, AUTH0)).toBe("added");
  expect(both.changeSettings).toHaveBeenLastCalledWith({ subjects: ["{digit:21}", AUTH0] });
  expect(await removePattern(both, AUTH0)).toBe("removed");
  expect(both.changeSettings).toHaveBeenLastCalledWith({ subjects: ["{digit:21}"] });
});

it("changes nothing that the organization has set", async () => {
  const locked = background([], {
    policy: async () => ({ policy: { subjectPatterns: ["{digit:21}"] }, warnings: [] }),
  });
  expect(await addPattern(locked, AUTH0)).toBe("locked");
  expect(locked.changeSettings).not.toHaveBeenCalled();
});

it("adds none if there is no room", async () => {
  const full = background(
    Array.from({ length: SUBJECT_PATTERNS_MAX }, (_, n) => `x${n}{digit:21}`),
  );
  expect(await addPattern(full, AUTH0)).toBe("full");
  expect(full.changeSettings).not.toHaveBeenCalled();
});

it("says if it failed", async () => {
  const broken = background([], { changeSettings: () => Promise.reject(new Error("port closed")) });
  expect(await addPattern(broken, AUTH0)).toBe("lost");
  const refused = background([], { changeSettings: async () => ({ ok: false, errors: [] }) });
  expect(await addPattern(refused, AUTH0)).toBe("lost");
});
