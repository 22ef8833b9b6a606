/** Modifier keys that can be chosen, as `KeyboardEvent.key` and `getModifierState` name them. */
export const MODIFIERS = ["Alt", "Control", "Shift", "Meta"] as const;

export type Modifier = (typeof MODIFIERS)[number];
