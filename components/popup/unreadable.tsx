import type { Connection } from "../../lib/connection/replies.ts";
import { t } from "../../lib/i18n.ts";
import { failureText } from "../answer/failure-text.ts";
import { Setup, type SetupProps } from "./setup.tsx";

export interface UnreadableProps {
  why: Extract<Connection, { state: "unreadable" }>["why"];
  onConnect: SetupProps["onClick"];
}

/** What the popup shows if the stored key can't be read. */
export function Unreadable({ why, onConnect }: UnreadableProps) {
  return <Setup said={failureText({ why })} button={t("popup.connect")} onClick={onConnect} />;
}
