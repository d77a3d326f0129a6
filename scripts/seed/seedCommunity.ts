import { home14 } from '@shared/observation/policies';
import { Types } from 'mongoose';
import { accountByPhone, Communities, Memberships, makeAccounts } from '../../api/accounts';
import type { Context, Who } from '../../api/context';
import { forgetGridBook, Grids, gridBook, importRoster, poolOf } from '../../api/grids';
import type { Browser, UploadedFile } from '../../api/platform/endpoint';
import { Dwellings, Households, Residents } from '../../api/roster';
import { seedResidents } from './seedResidents';
import { uuidV7 } from './uuidV7';

export interface CommunitySeed {
  name: string;
  officePhone: string;
  duty: { name: string; phone: string };
  health: { name: string; phone: string };
  workbook: UploadedFile;
  /** Demo number of the first building’s worker and resident; the next buildings follow. */
  firstNumber: number;
  patches?: { gridCode: string; units: number[] }[];
}

const single = ['health', 'counsellor', 'volunteer', 'buildingHead', 'property', 'street'] as const;
const titles: Record<(typeof single)[number], string> = {
  health: '家庭医生',
  counsellor: '心理咨询师',
  volunteer: '志愿者',
  buildingHead: '楼栋长',
  property: '物业',
  street: '街道',
};

/** A community with an office, a roster, grids, and a demo person for every role. */
export async function seedCommunity(ctx: Context, seed: CommunitySeed): Promise<void> {
  const communityId = new Types.ObjectId();
  const from = ctx.clock.now();
  const [officeId] = (await makeAccounts(ctx, [{ name: `${seed.name}办公室`, phone: seed.officePhone }])) as [
    Types.ObjectId,
  ];
  await Communities(ctx).create({
    _id: communityId,
    name: seed.name,
    districtId: 'demo-district',
    streetId: 'demo-street',
    demo: true,
    duty: seed.duty,
    health: seed.health,
    policies: [{ id: home14.id, version: home14.version, from, until: null }],
    madeAt: from,
  });
  const order = seed.firstNumber === 1 ? 1 : 2;
  const office = await seat(ctx, {
    accountId: officeId,
    communityId,
    role: 'office',
    head: true,
    demoNumber: order,
  });
  await importRoster(ctx, office, {
    file: seed.workbook,
    query: {},
    params: {},
    body: undefined,
    once: { key: uuidV7(), hash: 'seed' },
    browser: noBrowser,
  });
  await seatDutyOfficer(ctx, communityId, seed.duty.phone);
  await seedPatches(ctx, communityId, seed);
  await numberStaff(ctx, communityId, seed.firstNumber);
  for (const [i, role] of single.entries()) {
    const [accountId] = (await makeAccounts(ctx, [
      { name: titles[role], phone: `0290000${order}3${i}0` },
    ])) as [Types.ObjectId];
    await seat(ctx, { accountId, communityId, role, head: false, demoNumber: order });
  }
  await seatBuildingHead(ctx, communityId);
  await seatVolunteer(ctx, communityId);
  await seedResidents(ctx, communityId);
}

/** The building head keeps the first building. */
async function seatBuildingHead(ctx: Context, communityId: Types.ObjectId): Promise<void> {
  const building = await Grids(ctx).findOne({ communityId, level: 'building' }).sort({ _id: 1 }).lean();
  if (!building) return;
  await Memberships(ctx).updateOne(
    { communityId, role: 'buildingHead' },
    { $set: { gridIds: [building._id] } },
  );
}

/** The volunteer helps in the estate of the first building, with what this office has opened. */
async function seatVolunteer(ctx: Context, communityId: Types.ObjectId): Promise<void> {
  const opened = ['groceries', 'water', 'parcel', 'gateToDoor'];
  await Communities(ctx).updateOne({ _id: communityId }, { $set: { openedKinds: opened } });
  const building = await Grids(ctx).findOne({ communityId, level: 'building' }).sort({ _id: 1 }).lean();
  if (!building) return;
  const estate = poolOf(await gridBook(ctx, communityId), building._id);
  await Memberships(ctx).updateOne({ communityId, role: 'volunteer' }, { $set: { gridIds: [estate] } });
}

const noBrowser: Browser = { isBrowser: false, refreshCookie: undefined, setRefreshCookie: () => undefined };

interface Seat {
  accountId: Types.ObjectId;
  communityId: Types.ObjectId;
  role: 'office' | (typeof single)[number];
  head: boolean;
  demoNumber: number;
}

async function seat(ctx: Context, { accountId, communityId, role, head, demoNumber }: Seat): Promise<Who> {
  const _id = new Types.ObjectId();
  await Memberships(ctx).create({
    _id,
    accountId,
    communityId,
    role,
    head,
    gridIds: [],
    demoNumber,
    from: ctx.clock.now(),
  });
  const rights = {
    accountId: String(accountId),
    communityId: String(communityId),
    role,
    householdId: null,
    dwellingId: null,
    partyId: null,
    mandate: null,
    residentId: null,
    closedIds: [],
    grids: [],
    pools: [],
    offers: [],
  };
  return {
    accountId: String(accountId),
    sessionId: '',
    at: ctx.clock.now(),
    membership: { id: String(_id), head, until: null, ...rights },
    expiresAt: new Date(8.64e15),
  };
}

/** The duty officer may be somebody of the sheet of grids; otherwise a name and a telephone are enough. */
async function seatDutyOfficer(ctx: Context, communityId: Types.ObjectId, phone: string): Promise<void> {
  const account = await accountByPhone(ctx, phone);
  if (account)
    await Communities(ctx).updateOne({ _id: communityId }, { $set: { 'duty.accountId': account._id } });
}

/** Workers and leaders get their demo numbers in the order of the grids. */
async function numberStaff(ctx: Context, communityId: Types.ObjectId, firstNumber: number): Promise<void> {
  const next = { worker: firstNumber, leader: firstNumber };
  for (const grid of await Grids(ctx).find({ communityId }).sort({ _id: 1 }).lean()) {
    for (const [role, membershipId] of [
      ['worker', grid.primaryId],
      ['leader', grid.leaderId],
    ] as const) {
      if (!membershipId) continue;
      const numbered = await Memberships(ctx).updateOne(
        { _id: membershipId, role, demoNumber: { $exists: false } },
        { $set: { demoNumber: next[role] } },
      );
      next[role] += numbered.modifiedCount;
    }
  }
}

/** Splits a grid among two workers by units, so that the demo shows a patch. */
async function seedPatches(
  ctx: Context,
  communityId: Types.ObjectId,
  { patches = [] }: CommunitySeed,
): Promise<void> {
  for (const { gridCode, units } of patches) {
    const grid = await Grids(ctx).findOne({ communityId, code: gridCode }).lean();
    if (!grid) continue;
    const accounts = await makeAccounts(
      ctx,
      units.map((unit) => ({ name: `包片员${'甲乙丙'[unit - 1]}`, phone: `1990000010${unit}` })),
    );
    for (const [i, unit] of units.entries()) {
      const membershipId = new Types.ObjectId();
      const patchId = new Types.ObjectId();
      const accountId = accounts[i] as Types.ObjectId;
      await Memberships(ctx).create({
        _id: membershipId,
        accountId,
        communityId,
        role: 'worker',
        gridIds: [grid._id],
        from: ctx.clock.now(),
      });
      const patch = {
        _id: patchId,
        name: `${unit}单元`,
        scope: [{ units: { from: unit, to: unit } }],
        membershipId,
      };
      await Grids(ctx).updateOne({ _id: grid._id }, { $push: { patches: patch } });
      const doors = { communityId, gridId: grid._id, 'address.unit': String(unit) };
      const dwellingIds = await Dwellings(ctx).distinct('_id', doors);
      const householdIds = await Households(ctx).distinct('_id', {
        communityId,
        dwellingId: { $in: dwellingIds },
      });
      const here = { $set: { patchId } };
      await Dwellings(ctx).updateMany(doors, here);
      await Households(ctx).updateMany({ communityId, _id: { $in: householdIds } }, here);
      await Residents(ctx).updateMany({ communityId, householdId: { $in: householdIds } }, here);
    }
  }
  forgetGridBook(ctx, communityId);
  await gridBook(ctx, communityId);
}
