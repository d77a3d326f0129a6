/** Names of what is made for Parse Server, so that the bench knows them without asking. */
export const tokenOf = (person: number): string => `r:bench${person}`;
export const idOf = (person: number, slot: number): string => `slot${person}x${slot}`;
