import { AlertIcon, BanIcon, CheckIcon, UnsureIcon } from "../parts/icons.tsx";

/** The icon next to a fact's words. */
export const toneIcons = { good: CheckIcon, bad: BanIcon, caution: AlertIcon, unsure: UnsureIcon };
