import { useId } from "preact/hooks";
import type { SignIn, ZonesReply } from "../../lib/connection/replies.ts";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { apiWords, failureText } from "../answer/failure-text.ts";
import type { ConnectionStore } from "../connection/connection-store.ts";
import { zoneFailureText } from "../connection/zone-failure-text.ts";
import { ZoneSelect } from "../connection/zone-select.tsx";
import { announce } from "../parts/announcer.tsx";
import { CheckIcon } from "../parts/icons.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { Problem } from "../parts/problem.tsx";
import { said } from "../parts/said.ts";
import { zoneName } from "../parts/zone-name.ts";
import { SetByOrganization } from "../policy/set-by-organization.tsx";
import { Late } from "./late.tsx";
import { Section } from "./section.tsx";
import { signInTexts } from "./sign-in-text.ts";
import { ZoneById } from "./zone-by-id.tsx";

export interface ZoneSectionProps {
  store: ConnectionStore;
  /** How people sign in to it; undefined if the zone hasn't reported it. */
  signIn: SignIn | undefined;
  /** The organization has set it. */
  locked: boolean;
}

/** Which zone's users are looked up. */
export function ZoneSection({ store, signIn, locked }: ZoneSectionProps) {
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
      {zone && (
        <Late
          about="sign-in-way"
          texts={signIn && !store.choosing.value ? signInTexts(signIn) : []}
        />
      )}
    </Section>
  );
}

/** The zone that the organization has set; says so if a key certainly can't read it. */
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
