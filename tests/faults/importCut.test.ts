import { Types } from 'mongoose';
import { callerOf } from '../kit/caller';
import { isLongRun } from '../kit/longRun';
import { madeRoster, mergedSheet } from '../kit/madeRoster';
import { startCommunity } from '../kit/startCommunity';
import { workbookOf } from '../kit/workbook';
import { startUntilWrite } from './startUntilWrite';

const community = startCommunity();
/** Households, keys, people, the count of the import, and the commit. */
const writesOfBatch = 5;
const householdsOfBatch = 25;

/** In the first write, in the middle of a batch, in a commit. */
const moments = [2 * writesOfBatch + 3, 1, 3 * writesOfBatch];

describe('an import is cut by kill -9', () => {
  it.each(moments.slice(0, isLongRun ? 3 : 1))(
    'before write %i: what is done stands and is counted, and the same file finishes it',
    async (write) => {
      const office = await community.signIn('office', 2);
      const { connection } = community.running.context;
      const communityId = new Types.ObjectId(office.session.account.memberships[0]?.communityId);
      const count = (name: string, where: object = { communityId }) =>
        connection.collection(name).countDocuments(where);
      const [before, keysBefore] = [
        await count('residents'),
        await count('dataKeys', { _id: /^roster:/ as never }),
      ];
      const made = madeRoster(100, 250, write * 1000).map((people) =>
        people.map((person) => ({ ...person, building: 20 + write })),
      );
      const file = { name: 'roster.xlsx', bytes: workbookOf([mergedSheet(made)]) };
      const { url, ended } = await startUntilWrite(community, write);
      await expect(callerOf(url, office.session).calls('importRoster', { file })).rejects.toThrow();
      expect(await ended).toEqual([null, 'SIGKILL']);

      const whole = Math.floor((write - 1) / writesOfBatch);
      const stand = made.slice(0, whole * householdsOfBatch).flat().length;
      expect(await count('residents')).toBe(before + stand);
      expect(await count('dataKeys', { _id: /^roster:/ as never })).toBe(keysBefore + stand);
      const imports = connection.collection('rosterImports');
      const cut = await imports.findOne({ communityId, state: 'running' });
      const id = String(cut?._id);
      expect(await office.gets('getImport', { params: { id } })).toMatchObject({
        created: stand,
        rows: { done: stand, all: 250 },
      });

      // Nobody begins beside an import that may still run; once it has been silent for too long it was cut.
      expect((await office.calls('importRoster', { file })).code).toBe('import.running');
      await imports.updateOne({ _id: cut?._id }, { $set: { leaseUntil: new Date(Date.now() - 1) } });
      expect((await office.gets('getImport', { params: { id } })).state).toBe('cut');
      expect(await office.gets('importRoster', { file })).toMatchObject({
        state: 'done',
        created: 250 - stand,
        same: stand,
        updated: 0,
      });
      expect(await count('residents')).toBe(before + 250);
      expect(await count('households', { communityId, door: new RegExp(`^${20 + write}-`) })).toBe(100);
    },
  );
});
