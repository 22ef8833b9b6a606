import { t } from "../../lib/i18n.ts";
import { newSites } from "../../lib/settings/settings-changes.ts";
import type { FileSettings } from "../../lib/settings/settings-file.ts";
import type { ConnectionStore } from "../connection/connection-store.ts";
import { zoneFailureText } from "../connection/zone-failure-text.ts";
import { type Said, said } from "../parts/said.ts";
import type { SiteActions } from "../sites/site-actions.ts";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";

/** The result of taking over a file's settings. */
export type Taken =
  /** `refused`: sites that the browser denied. `undo`: restores everything; resolves to whether that was possible. */
  | { state: "taken"; refused: string[]; undo: () => Promise<boolean> }
  /** Everything is as before. */
  | { state: "unchanged"; problem: Said };

export interface TakeParts {
  /** Only the changes. */
  given: FileSettings;
  held: FileSettings;
  store: Pick<ConnectionStore, "choose">;
  settings: Pick<PersonalSettingsStore, "save">;
  sites: Pick<SiteActions, "requestSite" | "removeSite">;
}

/**
 * Takes over settings, all or nothing; except sites, which are the browser's to grant. Must be called directly from a
 * click.
 */
export async function takeSettings(parts: TakeParts): Promise<Taken> {
  const { given, held, store, settings, sites } = parts;
  const missing = newSites(held, given);
  const granted =
    missing.length > 0 && (await sites.requestSite(...missing).catch(() => false)) ? missing : [];
  const takeBackSites = async () => {
    if (granted.length > 0) await sites.removeSite(...granted).catch(() => false);
  };
  const { zone, sites: _, ...personal } = given;
  if (zone) {
    const chosen = await store.choose(zone.id);
    if (chosen.state === "failed") {
      await takeBackSites();
      return unchanged(zoneFailureText(chosen.failure));
    }
  }
  const takeBackZone = async () =>
    zone === undefined ||
    held.zone === undefined ||
    (await store.choose(held.zone.id)).state === "chosen";
  const saved = await settings.save(personal);
  if (saved.state !== "saved") {
    await Promise.all([takeBackSites(), takeBackZone()]);
    return unchanged(said("options.notSaved"));
  }
  return {
    state: "taken",
    refused: missing.filter((pattern) => !granted.includes(pattern)),
    async undo() {
      await takeBackSites();
      const isBack = await takeBackZone();
      const before = Object.fromEntries(
        Object.keys(personal).map((field) => [field, held[field as keyof FileSettings]]),
      );
      return (await settings.save(before)).state === "saved" && isBack;
    },
  };
}

function unchanged({ known, next }: Said): Taken {
  return {
    state: "unchanged",
    problem: {
      known: t("sentences", { first: t("options.transfer.unchanged"), second: known }),
      next,
    },
  };
}
