import type { Types } from 'mongoose';
import { accountByPhone, Memberships, makeAccounts } from '../../api/accounts';
import type { Context } from '../../api/context';
import { Grids } from '../../api/grids';
import { dataKeyId } from '../../api/platform/sealing';
import {
  Dwellings,
  Households,
  openNames,
  type ResidentDoc,
  Residents,
  residentPlace,
} from '../../api/roster';

/** In each building the first family of three or more gets a sign-in for its head, numbered like the building’s worker. */
export async function seedResidents(ctx: Context, communityId: Types.ObjectId): Promise<void> {
  const dwellings = await Dwellings(ctx).find({ communityId }).sort({ order: 1 }).lean();
  const families = await familiesByDwelling(ctx, communityId);
  for (const grid of await Grids(ctx)
    .find({ communityId, primaryId: { $exists: true } })
    .sort({ _id: 1 })
    .lean()) {
    const worker = await Memberships(ctx).findById(grid.primaryId).lean();
    const isFamily = (door: { _id: Types.ObjectId }) => (families.get(String(door._id)) ?? []).length >= 3;
    const home = dwellings.find((door) => door.gridId.equals(grid._id) && isFamily(door));
    const people = home && families.get(String(home._id));
    if (!people || !worker?.demoNumber) continue;
    await signIn(ctx, communityId, { people, dwellingId: home._id, demoNumber: worker.demoNumber });
  }
}

interface Family {
  people: ResidentDoc[];
  dwellingId: Types.ObjectId;
  demoNumber: number;
}

async function signIn(
  ctx: Context,
  communityId: Types.ObjectId,
  { people, dwellingId, demoNumber }: Family,
): Promise<void> {
  const head = people.find(({ relation }) => relation === 'head') ?? (people[0] as ResidentDoc);
  const contact = await contactOf(ctx, head);
  const known = await accountByPhone(ctx, contact.phone);
  const accountId = known?._id ?? ((await makeAccounts(ctx, [contact]))[0] as Types.ObjectId);
  await Memberships(ctx).create({
    accountId,
    communityId,
    role: 'resident',
    gridIds: [],
    residentId: head._id,
    householdId: head.householdId,
    dwellingId,
    demoNumber,
    from: ctx.clock.now(),
  });
}

async function familiesByDwelling(
  ctx: Context,
  communityId: Types.ObjectId,
): Promise<Map<string, ResidentDoc[]>> {
  const households = await Households(ctx).find({ communityId }, { dwellingId: 1 }).lean();
  const dwellingOf = new Map(households.map(({ _id, dwellingId }) => [String(_id), String(dwellingId)]));
  const families = new Map<string, ResidentDoc[]>();
  for (const resident of await Residents(ctx).find({ communityId }).sort({ _id: 1 }).lean()) {
    const key = dwellingOf.get(String(resident.householdId)) ?? '';
    families.set(key, [...(families.get(key) ?? []), resident]);
  }
  return families;
}

async function contactOf(ctx: Context, head: ResidentDoc): Promise<{ name: string; phone: string }> {
  const keyId = dataKeyId('roster', head._id);
  const key = (await ctx.seals.load([keyId])).get(keyId);
  const names = await openNames(ctx, [head]);
  const phone = head.phone && key ? key.open(head.phone, residentPlace(head._id, 'phone')) : '';
  return { name: names.get(String(head._id)) ?? '', phone };
}
