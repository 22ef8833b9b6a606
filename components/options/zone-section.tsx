import { useId } from "preact/hooks";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import type { ZonesReply } from "../../lib/directory/replies.ts";
import { t } from "../../lib/i18n.ts";
import { announce } from "../announcer.tsx";
import type { ConnectionStore } from "../connection-store.ts";
import { apiWords, failureText } from "../failure-text.ts";
import { CheckIcon } from "../icons.tsx";
import { InertText } from "../inert-text.tsx";
import { Problem } from "../problem.tsx";
import { said } from "../said.ts";
import { SetByOrganization } from "../set-by-organization.tsx";
import { zoneFailureText } from "../zone-failure-text.ts";
import { zoneName } from "../zone-name.ts";
import { ZoneSelect } from "../zone-select.tsx";
import { Section } from "./section.tsx";
import { ZoneById } from "./zone-by-id.tsx";

export interface ZoneSectionProps {
  store: ConnectionStore;
  /** The organization has set it. */
  locked: boolean;
}

/** Which zone's users are looked up. */
export function ZoneSection({ store, locked }: ZoneSectionProps) {
  const connection = store.connection.value;
  const failure = store.zoneFailure.value;
  const zone = connection?.state === "ready" ? connection.zone : undefined;

  async function choose(zoneId: string) {
    const reply = await store.choose(zoneId);
    if (reply.state === "chosen") announce(t("options.zone.taken", { zone: zoneName(reply.zone) }));
  }

  return (
    <Section heading={t("options.zone.heading")} intro={t("options.zone.intro")}>
      {locked && zone ? (
        <LockedZone zone={zone} zones={store.zones.value} />
      ) : (
        <ZoneChoice store={store} onChoose={(zoneId) => void choose(zoneId)} />
      )}
      {failure && <Problem said={zoneFailureText(failure)} detail={apiWords(failure)} />}
      {store.choosing.value && <p class="hint">{t("options.zone.checking")}</p>}
      {zone && !store.choosing.value && (
        <p class="chosen">
          <CheckIcon />
          <InertText text={t("options.zone.chosen", { zone: zoneName(zone) })} />
        </p>
      )}
    </Section>
  );
}

/** The zone that the organization has set; a key that certainly does not read it is said. */
function LockedZone({ zone, zones }: { zone: ZoneRef; zones: ZonesReply | undefined }) {
  const id = useId();
  const isListed = zones?.state !== "listed" || zones.zones.some((one) => one.id === zone.id);
  return (
    <div class="field">
      <label for={id}>{t("options.zone.label")}</label>
      <ZoneSelect id={id} zones={[zone]} current={zone} locked onChoose={() => undefined} />
      <SetByOrganization />
      {!isListed && <Problem said={said("policy.zoneUnread")} />}
    </div>
  );
}

interface ZoneChoiceProps {
  store: ConnectionStore;
  onChoose: (zoneId: string) => void;
}

function ZoneChoice({ store, onChoose }: ZoneChoiceProps) {
  const id = useId();
  const connection = store.connection.value;
  const zones = store.zones.value;
  const current = connection?.state === "ready" ? connection.zone : undefined;
  const busy = store.choosing.value;
  if (connection?.state === "no-key") return <p class="hint">{t("options.zone.first")}</p>;
  if (!zones)
    return <p class="hint">{connection ? t("options.zone.reading") : t("options.loading")}</p>;
  switch (zones.state) {
    case "unlisted":
      return <ZoneById current={current} busy={busy} onChoose={onChoose} />;
    case "failed":
      return (
        <>
          <Problem said={failureText(zones.failure)} detail={apiWords(zones.failure)} />
          <button type="button" class="button" onClick={() => void store.load()}>
            {t("action.again")}
          </button>
        </>
      );
    case "listed":
      if (zones.zones.length === 0) return <p class="hint">{t("options.zone.none")}</p>;
      return (
        <div class="field">
          <label for={id}>{t("options.zone.label")}</label>
          <ZoneSelect
            id={id}
            zones={zones.zones}
            current={current}
            busy={busy}
            onChoose={onChoose}
          />
        </div>
      );
  }
}
