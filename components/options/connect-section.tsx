import { useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import type { ConnectionStore } from "../connection-store.ts";
import { optionsTexts } from "../texts.ts";
import { Connected } from "./connected.tsx";
import { KeyForm } from "./key-form.tsx";
import { Problem } from "./problem.tsx";
import { Section } from "./section.tsx";

const texts = optionsTexts.connect;

export function ConnectSection({ store }: { store: ConnectionStore }) {
  /** Whether the key is still there, though it should be forgotten. */
  const [kept, setKept] = useState(false);
  const connection = store.connection.value;
  const kind = connection && connection.state !== "no-key" ? connection.keyKind : undefined;

  async function forget() {
    const forgotten = await store.forget();
    setKept(!forgotten);
    if (forgotten) announce(texts.forgotten);
  }

  return (
    <Section heading={texts.heading} intro={texts.intro}>
      {kind && <Connected kind={kind} onForget={() => void forget()} />}
      {kept && <Problem said={texts.notForgotten} />}
      {kind && <h3>{texts.another}</h3>}
      <KeyForm
        connect={async (credential) => {
          const reply = await store.connect(credential);
          if (reply.state === "connected") announce(texts.taken);
          return reply;
        }}
      />
    </Section>
  );
}
