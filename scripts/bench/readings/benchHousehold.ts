/**
 * A household of four in one request against one reading in one request, one phone after the other. Promised: within 1.5 times
 * the time.
 */
import { atMost, medianOf } from '../tellPromise';
import { fire, headersOf, readingAt, type Shot, singles, slotsOf, type Target } from './load';
import { type Readings, withReadings } from './openReadings';

const crowdOf = { households: 1500, slotsEach: 40 };
const people = 4;
const rounds = 10;
const requests = 150;
const most = 1.5;

export const benchHousehold = (): Promise<void> =>
  withReadings(crowdOf, async ({ product, crowd, now }) => {
    const half = crowdOf.slotsEach / 2;
    const singly = { ...crowd, slots: crowd.slots.map((slots) => slots.slice(0, half)) };
    const one = singles(slotsOf(singly), now);
    const four = together(crowd, half, now);
    await fire(product, { requests: crowdOf.households }, one);
    await fire(product, { requests: crowdOf.households }, four);
    const ratios: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const alone = await timeOf(product, one);
      const all = await timeOf(product, four);
      const ratio = all / alone;
      console.log(
        `round ${round}: one ${alone.toFixed(1)} ms, four ${all.toFixed(1)} ms, ${ratio.toFixed(2)} times`,
      );
      ratios.push(ratio);
    }
    atMost('a household of four, of the time of one', medianOf(ratios), most);
  });

/** The median of so many requests one after the other, in milliseconds. */
async function timeOf({ url }: Target, next: () => Shot): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < requests; n += 1) {
    const { path, headers, body } = next();
    const from = performance.now();
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body });
    const text = await answer.text();
    taken.push(performance.now() - from);
    if (!answer.ok || text.includes('"problem"')) throw new Error(`refused: ${text}`);
  }
  return medianOf(taken);
}

/** The readings of four in one request, from the slots of a household beyond those that are reported singly. */
function together({ tokens, slots, householdIds }: Readings['crowd'], from: number, now: Date): () => Shot {
  const at = now.toISOString();
  let next = 0;
  return () => {
    const household = next % slots.length;
    const first = from + people * Math.floor(next / slots.length);
    next += 1;
    const of = slots[household]?.slice(first, first + people) ?? [];
    if (of.length < people) throw new Error('the bench has used up its slots');
    return {
      path: `/api/households/${householdIds[household]}/readings`,
      body: JSON.stringify({ readings: of.map((slotId) => ({ slotId, ...readingAt(at) })) }),
      headers: headersOf(tokens[household] as string, at),
    };
  };
}
