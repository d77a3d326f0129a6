import type { SlotView } from '@shared/schedules/contract';
import type { Caller } from '../kit/caller';
import { familyOf, leftArea } from '../kit/family';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

/** A family under observation since the morning of 22 November; its open slots of that day. */
async function observed(number: number): Promise<{ resident: Caller; worker: Caller; slots: SlotView[] }> {
  const resident = await community.signIn('resident', number);
  const worker = await community.signIn('worker', number);
  const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
  await worker.gets('verifyReturn', {
    params: { id: returns[0]?.id ?? '' },
    body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
  });
  const { household } = await resident.gets('getMe');
  const { items } = await resident.gets('listSlots', {
    query: { householdId: household?.id ?? '', date: '2026-11-22', limit: 50 },
  });
  return { resident, worker, slots: items.filter(({ window }) => window === 'morning') };
}

describe('a fever', () => {
  it('opens a case in front of worker and health station at once, and joins it the next time', async () => {
    const { resident, worker, slots } = await observed(1);
    const health = await community.signIn('health');
    const slot = slots[0] as SlotView;
    const reply = await resident.gets('reportReading', {
      params: { id: slot.id },
      body: readingAt('2026-11-22T10:00:00+08:00', 37.8, { symptoms: ['soreThroat'] }),
    });
    expect(reply).toMatchObject({ state: 'late', case: { id: expect.any(String) } });
    const id = reply.case?.id ?? '';
    for (const caller of [resident, worker, health]) {
      const seen = await caller.gets('getRequest', { params: { id } });
      expect(seen).toMatchObject({
        state: 'raised',
        kind: 'fever',
        urgency: 'fever',
        readings: [{ celsius: 37.8, band: 'fever', symptoms: ['soreThroat'] }],
        secondReading: { state: 'open' },
      });
    }
    expect((await health.gets('getRequest', { params: { id } })).actions).toContain('acknowledge');
    const { items: notices } = await worker.gets('listNotices');
    expect(notices[0]).toMatchObject({ code: 'fever.raised' });
  });
});
