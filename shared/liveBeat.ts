/** Nothing has happened and the channel is still there: sent so often that a longer silence means it is not. */
export interface LiveBeat {
  beat: true;
}
export const liveBeatMs = 25_000;
