/** Where the key in use stands in `storage.session`: absent while there is none, or it is locked. */
export const IN_USE = "credential";
