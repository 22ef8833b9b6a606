import { useId } from "preact/hooks";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import type { ZonesReply } from "../../lib/directory/replies.ts";
import { announce } from "../announcer.tsx";
import type { ConnectionStore } from "../connection-store.ts";
import { CheckIcon } from "../icons.tsx";
import { InertText } from "../inert-text.tsx";
import { Problem } from "../problem.tsx";
import { SetByOrganization } from "../set-by-organization.tsx";
import {
  actionTexts,
  apiWords,
  failureText,
  optionsTexts,
  policyTexts,
  zoneFailureText,
} from "../texts.ts";
import { ZoneSelect } from "../zone-select.tsx";
import { Section } from "./section.tsx";
import { ZoneById } from "./zone-by-id.tsx";

const texts = optionsTexts.zone;

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
    if (reply.state === "chosen") announce(texts.taken(reply.zone));
  }

  return (
    <Section heading={texts.heading} intro={texts.intro}>
      {locked && zone ? (
        <LockedZone zone={zone} zones={store.zones.value} />
      ) : (
        <ZoneChoice store={store} onChoose={(zoneId) => void choose(zoneId)} />
      )}
      {failure && <Problem said={zoneFailureText(failure)} detail={apiWords(failure)} />}
      {store.choosing.value && <p class="hint">{texts.checking}</p>}
      {zone && !store.choosing.value && (
        <p class="chosen">
          <CheckIcon />
          <InertText text={texts.chosen(zone)} />
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
      <label for={id}>{texts.label}</label>
      <ZoneSelect id={id} zones={[zone]} current={zone} locked onChoose={() => undefined} />
      <SetByOrganization />
      {!isListed && <Problem said={policyTexts.zoneUnread} />}
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
  if (connection?.state === "no-key") return <p class="hint">{texts.first}</p>;
  if (!zones) return <p class="hint">{connection ? texts.reading : optionsTexts.loading}</p>;
  switch (zones.state) {
    case "unlisted":
      return <ZoneById current={current} busy={busy} onChoose={onChoose} />;
    case "failed":
      return (
        <>
          <Problem said={failureText(zones.failure)} detail={apiWords(zones.failure)} />
          <button type="button" class="button" onClick={() => void store.load()}>
            {actionTexts.again}
          </button>
        </>
      );
    case "listed":
      if (zones.zones.length === 0) return <p class="hint">{texts.none}</p>;
      return (
        <div class="field">
          <label for={id}>{texts.label}</label>
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
