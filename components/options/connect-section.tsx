import { useState } from "preact/hooks";
import type { KeyPowers } from "../../lib/connection/key-powers.ts";
import { t } from "../../lib/i18n.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import { failureText } from "../answer/failure-text.ts";
import type { ConnectionStore } from "../connection/connection-store.ts";
import { UnlockForm } from "../connection/unlock-form.tsx";
import { announce } from "../parts/announcer.tsx";
import { Problem } from "../parts/problem.tsx";
import { type Said, said } from "../parts/said.ts";
import { AnotherKey } from "./another-key.tsx";
import { ChangeKeeping } from "./change-keeping.tsx";
import { Connected } from "./connected.tsx";
import { DataUse, type DataUseProps } from "./data-use.tsx";
import { ForgetKey } from "./forget-key.tsx";
import { KeyForm } from "./key-form.tsx";
import { KeyHelp } from "./key-help.tsx";
import { keyPowersTexts } from "./key-powers-text.ts";
import { Late } from "./late.tsx";
import { LockAfter } from "./lock-after.tsx";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { Section } from "./section.tsx";

export interface ConnectSectionProps {
  store: ConnectionStore;
  settings: PersonalSettingsStore;
  policy: Pick<Policy, "keepKey" | "lockAfterMin">;
  /** What the zone reports about the key; undefined if nothing. */
  powers: KeyPowers | undefined;
  /** Nothing is connected before the user agrees to the use of data; undefined if they have. */
  toAgree?: Pick<DataUseProps, "apiOrigin" | "onAgree"> | undefined;
  /** No form for another key next to the one in use. */
  brief?: boolean;
  /** See {@link SectionProps}. */
  arrived?: boolean;
}

export function ConnectSection(props: ConnectSectionProps) {
  const { store, settings, policy, powers, toAgree, brief, arrived } = props;
  const [problem, setProblem] = useState<Said>();
  /** Counts keys that Keycard accepted here: each collapses the form for another key. */
  const [taken, setTaken] = useState(0);
  const [agreed, setAgreed] = useState(false);
  const connection = store.connection.value;
  const { keepKey } = policy;

  async function forget() {
    const forgotten = await store.forget();
    setProblem(forgotten ? undefined : said("options.connect.notForgotten"));
    if (forgotten) announce(t("options.connect.forgotten"));
  }

  async function lock() {
    const locked = await store.lock();
    setProblem(locked ? undefined : said("options.connect.notLocked"));
    if (locked) announce(t("options.connect.locked"));
  }

  const isKept = connection !== undefined && connection.state !== "no-key";
  const form = (
    <>
      <KeyHelp />
      <KeyForm
        prescribed={keepKey}
        connect={async (credential, keeping) => {
          const reply = await store.connect(credential, keeping);
          if (reply.state === "connected") {
            announce(t("options.connect.taken"));
            setTaken((before) => before + 1);
          }
          return reply;
        }}
      />
    </>
  );

  return (
    <Section
      // Remounted with the focus on its heading: the button that had it is gone.
      key={agreed ? "agreed" : "asked"}
      heading={t("options.connect.heading")}
      intro={t("options.connect.intro")}
      arrived={arrived === true || agreed}
    >
      {!connection && <p class="hint">{t("options.loading")}</p>}
      {connection && "keyKind" in connection && (
        <>
          <Connected
            kind={connection.keyKind}
            way={connection.way}
            expiresAt={connection.expiresAt}
            onLock={() => void lock()}
          />
          {connection.way === "passphrase" && (
            <LockAfter store={settings} locked={policy.lockAfterMin !== undefined} />
          )}
          {keepKey !== undefined && keepKey !== connection.way && (
            <p class="doubt">
              {keepKey === "passphrase"
                ? t("policy.passphraseWanted")
                : t(`policy.keptOtherwise.${keepKey}`)}
            </p>
          )}
          {/* If the organization has set the way, the only possible change is a new passphrase. */}
          {(keepKey !== connection.way || keepKey === "passphrase") && (
            <ChangeKeeping
              key={`${connection.way} ${keepKey}`}
              way={connection.way}
              prescribed={keepKey}
              keepOtherwise={store.keepOtherwise}
            />
          )}
        </>
      )}
      {connection?.state === "locked" && (
        <>
          <p>{t("unlock.intro")}</p>
          {keepKey !== undefined && keepKey !== "passphrase" && (
            <p class="doubt">{t(`policy.whenUnlocked.${keepKey}`)}</p>
          )}
          <UnlockForm
            unlock={async (passphrase) => {
              const reply = await store.unlock(passphrase);
              if (reply.state === "unlocked") announce(t("unlock.done"));
              return reply;
            }}
            forget={async () => {
              const forgotten = await store.forget();
              if (forgotten) announce(t("options.connect.forgotten"));
              return forgotten;
            }}
          />
        </>
      )}
      {connection?.state === "unreadable" && (
        <Problem said={failureText({ why: connection.why })} />
      )}
      {problem && <Problem said={problem} />}
      {toAgree ? (
        <DataUse
          apiOrigin={toAgree.apiOrigin}
          onAgree={() => {
            setAgreed(true);
            toAgree.onAgree();
          }}
        />
      ) : isKept ? (
        !(brief && "keyKind" in connection) && (
          <AnotherKey
            key={`${connection.state} ${taken}`}
            needed={connection.state === "unreadable"}
          >
            {form}
          </AnotherKey>
        )
      ) : (
        connection && form
      )}
      {isKept && <ForgetKey onForget={() => void forget()} />}
      {/* Last, so that its space isn't a gap between two things while it is empty. */}
      {connection && "keyKind" in connection && (
        <Late about="key-powers" texts={powers ? keyPowersTexts(powers) : []} />
      )}
    </Section>
  );
}
