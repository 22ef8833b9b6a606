/** Where settings stand in `storage.local`. */
export const SETTINGS = "settings";

/** Where an extension keeps its settings that has been put back behind one whose settings it cannot read. */
export const SETTINGS_BESIDE_NEWER = "settings-beside-newer";
