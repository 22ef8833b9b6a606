/** One function for each message that must be heard; `Told` maps names to parameters. One that is forgotten does not compile. */
export type Hears<Told> = { [N in keyof Told]: (told: Told[N]) => void };
