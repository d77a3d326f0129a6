/**
 * The life of whatever opens something once: a code on a telephone, an invitation that is shown at the door. Moments in
 * milliseconds of one clock. Pure; the database does the same in one conditional update, and a story holds the two together.
 */
export const mostGuesses = 5;

export interface OneTime {
  guessesLeft: number;
  expiresAt: number;
  isUsed: boolean;
}

export const madeAt = (now: number, seconds: number): OneTime => ({
  guessesLeft: mostGuesses,
  expiresAt: now + seconds * 1000,
  isUsed: false,
});

/** Worth a guess now: not used, not guessed away, and not a moment too late. */
export const isAlive = ({ guessesLeft, expiresAt, isUsed }: OneTime, now: number): boolean =>
  !isUsed && guessesLeft > 0 && now < expiresAt;

/** One answer to it. A wrong one is counted; the right one opens, and uses it up. Of what is over nothing changes. */
export function guess(one: OneTime, isRight: boolean, now: number): { one: OneTime; opens: boolean } {
  if (!isAlive(one, now)) return { one, opens: false };
  if (isRight) return { one: { ...one, isUsed: true }, opens: true };
  return { one: { ...one, guessesLeft: one.guessesLeft - 1 }, opens: false };
}
