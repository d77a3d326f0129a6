import type { Wish, WishedHour } from '@shared/requests/wish';

/** A wish while it is chosen; empty is none. */
export interface ChosenWish {
  day: string;
  by: string;
}
export const noWish: ChosenWish = { day: '', by: '' };

/** As the server takes it; what is urgent waits for none. */
export const wishOf = ({ day, by }: ChosenWish, urgent: '' | 'yes' | 'no'): Wish | undefined =>
  day && urgent !== 'yes' ? { day, ...(by && { by: by as WishedHour }) } : undefined;
