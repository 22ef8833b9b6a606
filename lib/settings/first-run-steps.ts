/** The steps of the first run, in this order. */
export const FIRST_RUN_STEPS = ["connect", "zone", "sites"] as const;

export type FirstRunStep = (typeof FIRST_RUN_STEPS)[number];
