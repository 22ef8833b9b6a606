import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { ChangeReply, PersonalSettings } from "../../lib/contract/replies.ts";

export type SaveReply =
  | { state: "saved" }
  /** Nothing was changed: these patterns are wrong. */
  | { state: "wrong"; errors: Extract<ChangeReply, { ok: false }>["errors"] }
  /** The background didn't answer. */
  | { state: "lost" };

export interface PersonalSettingsStore {
  /** What is stored, as far as known. */
  stored: ReadonlySignal<PersonalSettings | undefined>;
  /** The settings couldn't be read. */
  unread: ReadonlySignal<boolean>;
  load(): Promise<void>;
  /** Changes some settings; the others stay as stored. */
  save(change: Partial<PersonalSettings>): Promise<SaveReply>;
}

/** The user's settings, for the options page. Consecutive saves are all kept. */
export function createPersonalSettingsStore({
  settings,
  changeSettings,
}: Pick<BackgroundApi, "settings" | "changeSettings">): PersonalSettingsStore {
  const stored = signal<PersonalSettings | undefined>(undefined);
  const unread = signal(false);
  let saving: Promise<unknown> = Promise.resolve();

  async function saveNow(change: Partial<PersonalSettings>): Promise<SaveReply> {
    try {
      const reply = await changeSettings(change);
      if (!reply.ok) return { state: "wrong", errors: reply.errors };
      if (stored.value) stored.value = { ...stored.value, ...change };
      return { state: "saved" };
    } catch {
      return { state: "lost" };
    }
  }

  return {
    stored,
    unread,
    async load() {
      unread.value = false;
      const read = await settings().catch(() => undefined);
      unread.value = read === undefined;
      if (read) stored.value = read;
    },
    save(change) {
      const saved = saving.then(() => saveNow(change));
      saving = saved;
      return saved;
    },
  };
}
