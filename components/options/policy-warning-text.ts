import { messageWord, number, t } from "../../lib/i18n.ts";
import { CACHE_MAX_MIN, LOCK_AFTER_MAX_MIN } from "../../lib/limits.ts";
import type { PolicyKey, PolicyWarning } from "../../lib/settings/policy.ts";

const PLACEHOLDERS = "{organization_id}, {zone_id}, {zone_slug}, {user_id}";

/** What is wrong with a key of the organization's policy; shown after its name. */
export function policyWarningText(warning: PolicyWarning): string {
  if (warning.why !== "invalid") return t(`policy.wrong.${messageWord(warning.why)}`);
  return t("policy.wrong.invalid", { given: warning.given, expected: expected(warning.key) });
}

function expected(key: PolicyKey): string {
  switch (key) {
    case "lockAfterMin":
      return t("policy.expected.lockAfterMin", { most: number(LOCK_AFTER_MAX_MIN) });
    case "cacheMin":
      return t("policy.expected.cacheMin", { most: number(CACHE_MAX_MIN) });
    case "consoleUrl":
      return t("policy.expected.consoleUrl", { placeholders: PLACEHOLDERS });
    default:
      return t(`policy.expected.${key}`);
  }
}
