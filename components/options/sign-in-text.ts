import type { SignIn } from "../../lib/connection/replies.ts";
import { t } from "../../lib/i18n.ts";

/** How people sign in to the zone. */
export function signInTexts(signIn: SignIn): string[] {
  const way = wayText(signIn);
  return [
    ...(way === undefined ? [] : [way]),
    ...(signIn.asksIdentifierFirst ? [t("options.zone.signIn.identifierFirst")] : []),
  ];
}

function wayText(signIn: SignIn): string | undefined {
  switch (signIn.through) {
    case "provider":
      return signIn.name === undefined
        ? t("options.zone.signIn.unnamedProvider")
        : t("options.zone.signIn.provider", { provider: signIn.name });
    case "password":
      return signIn.invited ? t("options.zone.signIn.invited") : t("options.zone.signIn.uninvited");
    case "unknown":
      return undefined;
  }
}
