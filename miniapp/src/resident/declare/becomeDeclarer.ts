import { actAs } from '@/client/actAs';

/** Somebody who declared at a door that is not the own one has got a membership that sees this declaration. */
export const becomeDeclarer = (partyId: string): Promise<void> => actAs((one) => one.partyId === partyId);
