import { create } from 'zustand';
import { useSession } from '@/client/session';

/** Errands at which this phone was too late, until that was read. */
export const useTooLate = create<{ ids: readonly string[] }>(() => ({ ids: [] }));

export const noteTooLate = (id: string): void =>
  useTooLate.setState(({ ids }) => ({ ids: [...ids.filter((one) => one !== id), id] }));

export const forgetTooLate = (id: string): void =>
  useTooLate.setState(({ ids }) => ({ ids: ids.filter((one) => one !== id) }));

useSession.subscribe(({ session }, before) => {
  if (session?.account.active !== before.session?.account.active) useTooLate.setState({ ids: [] });
});
