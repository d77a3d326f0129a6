import { create } from 'zustand';

/** Whether the last call found the server. */
export const useReach = create<{ isReached: boolean }>(() => ({ isReached: true }));

export const noteReach = (isReached: boolean): void => {
  if (useReach.getState().isReached !== isReached) useReach.setState({ isReached });
};
