import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { type Caller, callerOf } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { isLongRun } from '../kit/longRun';
import { observedFamily } from '../kit/observed';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';
import { startUntilWrite } from './startUntilWrite';

const community = startCommunity();
/** Writes of a reading that is a fever: its slot, its case, who is told and rung, the second reading; the commit is the last. */
const writesOfFever = 12;
const moments = isLongRun ? Array.from({ length: writesOfFever }, (_, i) => i + 1) : [2, writesOfFever];

/** What there is of a fever of somebody, by collection. */
async function traces(residentId: string, slotId: string) {
  const { connection } = community.running.context;
  const of = { residentId: new Types.ObjectId(residentId) };
  const cases = await connection.collection('requests').find(of).toArray();
  const slot = await connection.collection('slots').findOne({ _id: new Types.ObjectId(slotId) });
  const messages = await connection.collection('messages').find({ code: 'fever.raised' }).toArray();
  return {
    cases: cases.length,
    readings: slot?.readings.length,
    second: await connection.collection('slots').countDocuments({ ...of, kind: 'secondReading' }),
    told: messages.filter(({ about }) => cases.some(({ _id }) => String(_id) === about.id)).length,
    messages: messages.length,
  };
}

describe('the API is killed with -9 while a fever is reported', () => {
  it.each(moments)(
    'before write %i: nothing of it is there, and what the phone sends again is one case',
    async (write) => {
      const { resident, people, slotOf } = await observedFamily(community, write + 1);
      const slot = await slotOf(0, '2026-11-22', 'morning');
      const residentId = people[0]?.residentId ?? '';
      const fever = {
        params: { id: slot.id },
        body: readingAt('2026-11-22T09:58:00+08:00', 38.4),
        key: uuidV7(),
      };
      const before = await traces(residentId, slot.id);
      const reports = (caller: Caller) => caller.calls('reportReading', fever);

      const { url, child, ended } = await startUntilWrite(community, write);
      try {
        await expect(reports(callerOf(url, resident.session))).rejects.toThrow();
        expect(await ended).toEqual([null, 'SIGKILL']);
      } finally {
        child.kill('SIGKILL');
      }
      expect(await traces(residentId, slot.id)).toEqual(before);

      // What was under way holds its slot until the database gives it up: the phone comes again.
      const answer = await eventually(
        () => reports(resident),
        ({ status }) => status === 201,
      );
      const again = await reports(resident);
      expect(again.body.case?.id).toBe(answer.body.case?.id);
      const after = await traces(residentId, slot.id);
      expect(after).toMatchObject({ cases: 1, readings: 1, second: 1 });
      expect(after.told).toBe(after.messages - before.messages);
      expect(after.told).toBeGreaterThanOrEqual(2);
    },
  );
});
