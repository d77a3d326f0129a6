import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { refuseRealCommunity } from '../../api/accounts';
import type { Context } from '../../api/context';
import { refuseOtherData } from '../../api/platform/dataVersion';
import { ensureIndexes } from '../../api/platform/mongo';
import { eastGarden } from './eastGarden';
import { seedCommunity } from './seedCommunity';
import { readSeedState, writeSeedDone } from './seedState';

/** Makes the two demo communities through the real importer; does nothing when they are there. Refuses a real community. */
export async function seedDemo(context: Context, tell: (text: string) => void): Promise<void> {
  await refuseRealCommunity(context);
  const state = await readSeedState(context);
  if (state === 'done') return;
  if (state === 'halfway') {
    tell('the last seed was cut: starting it again');
    const now = context.clock.now();
    await context.connection.dropDatabase();
    await refuseOtherData(context);
    await ensureIndexes(context);
    await context.clock.moveTo(now);
  }
  tell('城南社区: importing roster-estate.xlsx');
  const estate = await readFile(path.join(__dirname, '../../samples/roster-estate.xlsx'));
  await seedCommunity(context, {
    name: '城南社区',
    officePhone: '02900000111',
    duty: { name: '孙嘉雨', phone: '19929649807' },
    health: { name: '城南社区卫生服务站', phone: '02900000120' },
    workbook: { name: 'roster-estate.xlsx', bytes: estate },
    firstNumber: 1,
  });
  tell('东苑社区');
  await seedCommunity(context, {
    name: '东苑社区',
    officePhone: '02900000221',
    duty: { name: '东苑值班室', phone: '02900000222' },
    health: { name: '东苑卫生服务站', phone: '02900000223' },
    workbook: { name: 'east-garden.xlsx', bytes: await eastGarden() },
    firstNumber: 40,
    patches: [{ gridCode: 'E1-3', units: [1, 2] }],
  });
  await writeSeedDone(context);
}
