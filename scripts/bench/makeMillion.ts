/** A made-up database of the size of a hundred communities, written straight to the collections; made of nobody. */
import { randomInt } from 'node:crypto';
import { dayMs } from '@shared/time';
import { Types } from 'mongoose';
import type { Context } from '../../api/context';
import { gridBook } from '../../api/grids';
import { ensureIndexes } from '../../api/platform/mongo';
import { type DataKey, dataKeyId } from '../../api/platform/sealing';
import { Dwellings, type GridPlace, Households, placeFieldsOf, sealResident } from '../../api/roster';
import { documentOf } from '../../tests/kit/family';

export const size = { communities: 100, residents: 10_000, returns: 1000, observed: 98, slots: 28 } as const;
const batchRows = 5000;
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉'];
const groups = ['livingAlone', 'disabled', 'dialysis', 'pregnant', 'chronic'];

type Row = Record<string, unknown>;
interface Home extends GridPlace {
  _id: Types.ObjectId;
  door: string;
  dwellingId: Types.ObjectId;
}

/** One of some 12,500 names, so that a common one is borne by a handful of a community. */
const nameOf = (n: number): string =>
  `${surnames[n % 20]}${given[Math.floor(n / 20) % 25]}${given[Math.floor(n / 500) % 25]}`;
const phoneOf = (n: number): string => `199${String(n).padStart(8, '0')}`;

/** Fills the community of the demo and 99 others; answers how to look for some of its people. */
export async function makeMillion(ctx: Context, own: Types.ObjectId, tell: (text: string) => void) {
  const { connection } = ctx;
  const filled = ['residents', 'households', 'returns', 'observations', 'slots'];
  for (const name of filled) await connection.collection(name).dropIndexes();
  const places = (await gridBook(ctx, own)).docs.filter(({ level }) => level === 'building');
  const doors = await Dwellings(ctx).find({ communityId: own }).lean();
  const known = await Households(ctx)
    .find({ communityId: own, dwellingId: { $exists: true } })
    .lean();
  for (let c = 0; c < size.communities; c += 1) {
    const communityId = c === 0 ? own : new Types.ObjectId();
    const homes = c === 0 ? (known as unknown as Home[]) : madeHomes(places.length);
    const fileOf = await files(ctx, c === 0);
    await fill(ctx, 'residents', size.residents, (n) => resident(ctx, communityId, homes, fileOf(n), n));
    await fill(ctx, 'returns', size.returns, (n) => arrival(ctx, communityId, homes, n));
    await fill(ctx, 'observations', size.observed, (n) => observation(communityId, homes, n));
    await fill(ctx, 'slots', size.observed * size.slots, (n) => slot(communityId, homes, n));
    if (c % 10 === 9) tell(`${c + 1} of ${size.communities} communities`);
  }
  tell('indexes');
  await ensureIndexes(ctx);
  return { names: range(200).map((n) => nameOf(n * 7)), phones: range(200).map(phoneOf), doors };
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const pick = <T>(items: readonly T[]): T => items[randomInt(items.length)] as T;

const madeHomes = (grids: number): Home[] => {
  const top = new Types.ObjectId();
  const leaves = range(grids).map(() => new Types.ObjectId());
  return range(3300).map((n) => {
    const gridId = leaves[n % grids] as Types.ObjectId;
    const door = `${(n % grids) + 1}-1-${n}`;
    return {
      _id: new Types.ObjectId(),
      dwellingId: new Types.ObjectId(),
      door,
      gridId,
      gridPath: [top, gridId],
    };
  });
};

/** Files with a key each where somebody reads them; elsewhere one key is enough to fill the database. */
async function files(ctx: Context, areRead: boolean): Promise<(n: number) => File> {
  const ids = range(size.residents).map(() => new Types.ObjectId());
  const keyId = (n: number) => dataKeyId('roster', ids[areRead ? n : 0] as Types.ObjectId);
  const keys = await ctx.seals.make(range(areRead ? size.residents : 1).map(keyId));
  return (n) => ({ _id: ids[n] as Types.ObjectId, key: keys.get(keyId(n)) as DataKey });
}

interface File {
  _id: Types.ObjectId;
  key: DataKey;
}

async function fill(
  { connection }: Context,
  name: string,
  rows: number,
  make: (n: number) => Row,
): Promise<void> {
  for (let from = 0; from < rows; from += batchRows) {
    const docs = range(Math.min(batchRows, rows - from)).map((i) => make(from + i));
    await connection.collection(name).insertMany(docs as never[], { ordered: false, writeConcern: { w: 1 } });
  }
}

function resident(
  ctx: Context,
  communityId: Types.ObjectId,
  homes: Home[],
  { _id, key }: File,
  n: number,
): Row {
  const home = homes[n % homes.length] as Home;
  const keyGroups = n % 40 === 0 ? [groups[(n / 40) % groups.length] as string] : [];
  const person = {
    name: nameOf(randomInt(12_500)),
    document: { kind: 'residentId' as const, number: documentOf(200_000 + n) },
    phone: phoneOf(n),
    keyGroups,
  };
  return {
    _id,
    communityId,
    householdId: home._id,
    ...sealResident(ctx, communityId, _id, key, person),
    relation: 'other',
    residence: n % 3 ? 'registered' : 'floating',
    canUsePhone: true,
    provisional: false,
    ...placeFieldsOf(home),
    madeAt: new Date(),
    version: 1,
  };
}

function arrival(ctx: Context, communityId: Types.ObjectId, homes: Home[], n: number): Row {
  const home = pick(homes);
  const at = new Date(ctx.clock.now().getTime() - n * 60_000);
  const state = n % 2 ? 'declared' : 'verified';
  return {
    communityId,
    partyId: new Types.ObjectId(),
    residentId: new Types.ObjectId(),
    householdId: home._id,
    dwellingId: home.dwellingId,
    address: { estate: '', building: '1', unit: '1', floor: '1', room: '101' },
    door: home.door,
    responsibleFrom: 'worker',
    person: '',
    surname: pick(surnames),
    documentKind: 'none',
    nameIndex: [],
    relation: 'self',
    origin: { divisionCode: '610100' },
    leftAt: at,
    arrivedAt: at,
    late: false,
    transport: { kind: 'train', number: 'G652' },
    symptoms: [],
    reading: null,
    urgency: 'normal',
    source: 'self',
    state,
    ended: false,
    version: 1,
    partyRank: 1,
    declaredAt: at,
    declaredBy: { accountId: new Types.ObjectId() },
    dueAt: new Date(at.getTime() + 7_200_000),
    step: 4,
    rungs: [],
    declarations: [{ key: String(new Types.ObjectId()), hash: '' }],
    history: [],
    audience: [],
    drill: false,
    ...placeFieldsOf(home),
  };
}

const ids = () => ({ residentId: new Types.ObjectId(), partyId: new Types.ObjectId() });

function observation(communityId: Types.ObjectId, homes: Home[], n: number): Row {
  const home = homes[n % homes.length] as Home;
  return {
    communityId,
    ...ids(),
    returnId: new Types.ObjectId(),
    householdId: home._id,
    door: home.door,
    name: '',
    surname: pick(surnames),
    basis: 'return',
    policy: { id: 'home-14', version: 1 },
    startEvent: { kind: 'atHome', at: new Date() },
    firstDay: '2026-11-22',
    lastDay: '2026-12-05',
    endsAt: new Date('2026-12-05T16:00:00Z'),
    phases: [],
    slotCount: size.slots,
    state: 'open',
    openedAt: new Date(),
    openedBy: { accountId: new Types.ObjectId(), membershipId: new Types.ObjectId() },
    tests: [],
    step: 0,
    rungs: [],
    history: [],
    drill: false,
    audience: [],
    version: 1,
    ...placeFieldsOf(home),
  };
}

function slot(communityId: Types.ObjectId, homes: Home[], n: number): Row {
  const home = homes[Math.floor(n / size.slots) % homes.length] as Home;
  const opensAt = new Date(Date.parse('2026-11-22T06:00:00+08:00') + (n % size.slots) * (dayMs / 2));
  return {
    communityId,
    kind: 'temperature',
    observationId: new Types.ObjectId(),
    ...ids(),
    householdId: home._id,
    day: opensAt.toISOString().slice(0, 10),
    window: n % 2 ? 'evening' : 'morning',
    opensAt,
    dueAt: new Date(opensAt.getTime() + 12_600_000),
    closesAt: new Date(opensAt.getTime() + 21_600_000),
    settledAt: null,
    excused: null,
    readings: [],
    audience: [],
    version: 1,
    ...placeFieldsOf(home),
  };
}
