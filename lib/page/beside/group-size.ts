/** Elements from a name upwards that may be what shows it together with its address. */
export const GROUP_UP = 12;

/** Nodes that such a group may hold. */
export const GROUP_NODES = 120;
