import { isForNow, Problem } from './problem';
import { uuidV7 } from './uuidV7';

/** By who asks for what: the keys of wishes of which nobody knows what came of them. */
const unanswered = new Map<string, string>();

/**
 * Sends a wish under a key that it keeps until its answer is known: tapped twice, or sent again after a lost reply, it is
 * one. With anything changed in it, or after its answer, it is another.
 */
export async function asOneWish<Reply>(
  asked: readonly unknown[],
  send: (key: string) => Promise<Reply>,
): Promise<Reply> {
  const wish = JSON.stringify(asked);
  const key = unanswered.get(wish) ?? uuidV7();
  unanswered.set(wish, key);
  try {
    const reply = await send(key);
    unanswered.delete(wish);
    return reply;
  } catch (error) {
    if (error instanceof Problem && !isForNow(error)) unanswered.delete(wish);
    throw error;
  }
}
