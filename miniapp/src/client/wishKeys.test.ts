import { Problem, Unreachable } from './problem';
import { asOneWish, forgetWishes } from './wishKeys';

/** Sends a wish to a server that answers so; its key. */
async function keyOf(asked: readonly unknown[], answer: () => unknown): Promise<string> {
  let used = '';
  await asOneWish(asked, async (key) => {
    used = key;
    return answer();
  }).catch(() => undefined);
  return used;
}
const lost = () => Promise.reject(new Unreachable());
const refused = (code: 'unavailable' | 'input.invalid') => () =>
  Promise.reject(new Problem({ code } as never));
const done = () => 'done';

describe('the key of a wish', () => {
  it('is the same until its answer is known: after a lost reply, and where the server could not say', async () => {
    const first = await keyOf(['a', 1], lost);
    expect(await keyOf(['a', 1], refused('unavailable'))).toBe(first);
    expect(await keyOf(['a', 1], done)).toBe(first);
    expect(await keyOf(['a', 1], done)).not.toBe(first);
  });

  it('is another one when anything in the wish is, and after a refusal', async () => {
    const first = await keyOf(['b', { text: '1' }], lost);
    const other = await keyOf(['b', { text: '2' }], refused('input.invalid'));
    expect(other).not.toBe(first);
    expect(await keyOf(['b', { text: '2' }], done)).not.toBe(other);
    expect(await keyOf(['b', { text: '1' }], done)).toBe(first);
  });

  it('is one for two taps at the same moment', async () => {
    const keys = await Promise.all([keyOf(['c'], done), keyOf(['c'], done)]);
    expect(keys[0]).toBe(keys[1]);
  });

  it('is not kept beyond the session, nor beyond ten minutes: by then it is another wish', async () => {
    const first = await keyOf(['d'], lost);
    forgetWishes();
    const second = await keyOf(['d'], lost);
    expect(second).not.toBe(first);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 10 * 60_000);
    expect(await keyOf(['d'], lost)).not.toBe(second);
    clock.mockRestore();
  });
});
