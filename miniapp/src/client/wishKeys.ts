import { isForNow, Problem } from './problem';
import { uuidV7 } from './uuidV7';

/** So long a wish is taken for the same one: longer than anybody tries again, shorter than a change of mind. */
const keptMs = 10 * 60_000;

/** By who asks for what: the keys of wishes of which nobody knows what came of them. */
const unanswered = new Map<string, { key: string; at: number }>();

/** What was asked is nobody else’s: gone with the session. */
export const forgetWishes = (): void => unanswered.clear();

function keyOf(wish: string): string {
  const known = unanswered.get(wish);
  if (known && Date.now() - known.at < keptMs) return known.key;
  const key = uuidV7();
  unanswered.set(wish, { key, at: Date.now() });
  return key;
}

/**
 * Sends a wish under a key that it keeps until its answer is known: tapped twice, or sent again after a lost reply, it is
 * one. With anything changed in it, or after its answer, it is another.
 */
export async function asOneWish<Reply>(
  asked: readonly unknown[],
  send: (key: string) => Promise<Reply>,
): Promise<Reply> {
  const wish = JSON.stringify(asked);
  try {
    const reply = await send(keyOf(wish));
    unanswered.delete(wish);
    return reply;
  } catch (error) {
    if (error instanceof Problem && !isForNow(error)) unanswered.delete(wish);
    throw error;
  }
}
