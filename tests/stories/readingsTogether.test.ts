import { uuidV7 } from '../../scripts/seed/uuidV7';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';
import { observe, type UnderObservation } from '../kit/underObservation';

const community = startCommunity();

describe('readings of the same moment', () => {
  const homes: UnderObservation[] = [];
  beforeAll(async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    for (const number of [21, 22, 23, 24, 25]) homes.push(await observe(community, number));
  });
  const openSlot = async (home: UnderObservation) =>
    (await home.slots()).find(({ state, window }) => state === 'open' && window === 'morning');

  it('are settled in one write, each in its own slot, once; and nobody’s beside their own', async () => {
    const slots = await Promise.all(homes.map(openSlot));
    const now = community.running.context.clock.now();
    const idOf = (i: number) => slots[i]?.id ?? '';
    const reports = (i: number, celsius: number, of = i, key = uuidV7()) =>
      homes[i]?.resident.calls('reportReading', {
        params: { id: idOf(of) },
        body: readingAt(now, celsius),
        key,
      });
    const key = uuidV7();
    const [first, again, second, third, fever, foreign, further] = await Promise.all([
      reports(0, 36.5, 0, key),
      reports(0, 36.5, 0, key),
      reports(1, 36.6),
      reports(2, 36.7),
      reports(3, 38.4),
      // A neighbour’s slot.
      reports(4, 36.9, 2),
      homes[1]?.worker.calls('reportReading', {
        params: { id: idOf(1) },
        body: readingAt(now, 36.8, { filledBy: 'workerPhone' }),
      }),
    ]);
    expect([first, again, second, third, fever, foreign, further].map((one) => one?.status)).toEqual([
      ...[201, 201, 201, 201, 201, 404, 201],
    ]);
    expect(fever?.body.case).toBeDefined();
    const kept = await Promise.all(homes.map(openSlotOf));
    expect(kept).toEqual([[36.5], [36.6, 36.8], [36.7], [38.4], []]);
    expect(first?.body.readingId).toBe(again?.body.readingId);
    expect(third?.body.readings.map(({ celsius }) => celsius)).toEqual([36.7]);
  });

  /** What stands in the morning’s slot of a home now. */
  const openSlotOf = async (home: UnderObservation) => {
    const slot = (await home.slots()).find(({ day, window }) => day === '2026-11-22' && window === 'morning');
    return slot?.readings.map(({ celsius }) => celsius).sort();
  };
});
