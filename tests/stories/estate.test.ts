import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

describe('the estate is imported', () => {
  it('has the counts of its workbook, names the five refused rows, and changes nothing the second time', async () => {
    const office = await community.signIn('office');
    const bytes = await readFile(path.join(__dirname, '../../samples/roster-estate.xlsx'));
    const again = await office.gets('importRoster', { file: { name: 'roster-estate.xlsx', bytes } });
    expect(again).toMatchObject({
      dwellings: 1000,
      households: 726,
      people: 1592,
      created: 0,
      updated: 0,
      grids: 53,
      state: 'done',
    });
    expect(again.refused.map(({ row, path: field, code }) => [row, field, code])).toEqual([
      [1868, 'document.number', 'document.date'],
      [1869, 'document.number', 'document.check'],
      [1870, 'phone', 'phone.format'],
      [1871, 'room', 'room.missing'],
      [1872, 'building', 'building.unknown'],
    ]);
    const { connection } = community.running.context;
    const [estate] = await connection.collection('communities').find({}).sort({ _id: 1 }).toArray();
    const here = { communityId: estate?._id };
    expect(await connection.collection('dwellings').countDocuments(here)).toBe(1000);
    expect(await connection.collection('households').countDocuments(here)).toBe(726);
    expect(await connection.collection('residents').countDocuments(here)).toBe(1592);
    const refused = await office.calls('readRefusedRows', { params: { id: again.id ?? '' } });
    expect(refused.headers.get('content-type')).toContain('spreadsheetml');
  });

  it('finds somebody for every door, and says why', async () => {
    const office = await community.signIn('office');
    let cursor: string | undefined;
    const found: string[] = [];
    do {
      const { items, next } = await office.gets('listDwellings', {
        query: { limit: 100, ...(cursor && { cursor }) },
      });
      const [door] = items;
      const answer = await office.gets('getResponsible', { params: { id: door?.id ?? '' } });
      expect(answer.reason.at(-1)?.code).toBe('found');
      found.push(answer.name);
      cursor = next ?? undefined;
    } while (cursor);
    expect(found).toHaveLength(10);
    expect(found.every(Boolean)).toBe(true);
  });

  it('nobody is on the workbook’s text in the database', async () => {
    const residents = await community.running.context.connection
      .collection('residents')
      .find({})
      .limit(200)
      .toArray();
    expect(JSON.stringify(residents)).not.toMatch(/\d{17}[\dX]|1\d{10}|徐磊秀/);
  });
});
