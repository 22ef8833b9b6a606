/** Elements, from a name upwards, that are checked for whether they show it together with its address. */
export const GROUP_UP = 12;

/** Maximum number of nodes in such a group. */
export const GROUP_NODES = 120;
