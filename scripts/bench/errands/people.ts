import { Types } from 'mongoose';
import { Memberships, makeAccounts } from '../../../api/accounts';
import type { Context } from '../../../api/context';
import { Grids } from '../../../api/grids';
import { Households } from '../../../api/roster';
import { signTokens } from '../signTokens';

export interface People {
  communityId: string;
  /** One a household. */
  residents: { token: string; householdId: string }[];
  /** Each may accept whatever waits in the community. */
  workers: { token: string; accountId: string; name: string }[];
}

/** A resident in every household of the first community of the demo, and so many workers of it. */
export async function makePeople(ctx: Context, workers: number): Promise<People> {
  const top = await Grids(ctx).findOne({ parentId: null }).sort({ _id: 1 }).lean();
  if (!top) throw new Error('the demo has a top grid');
  const { communityId } = top;
  await Memberships(ctx).deleteMany({ communityId, role: 'resident' });
  const households = await Households(ctx)
    .find({ communityId, mergedInto: { $exists: false } })
    .lean();
  const residents = await seat(
    ctx,
    households.map(({ _id, dwellingId, contactResidentId }) => ({
      ...{ communityId, role: 'resident', gridIds: [], householdId: _id },
      ...(dwellingId && { dwellingId }),
      ...(contactResidentId && { residentId: contactResidentId }),
    })),
  );
  const staff = await seat(
    ctx,
    Array.from({ length: workers }, () => ({ communityId, role: 'worker', gridIds: [top._id] })),
  );
  return {
    communityId: String(communityId),
    residents: residents.map(({ token }, i) => ({ token, householdId: String(households[i]?._id) })),
    workers: staff,
  };
}

async function seat(ctx: Context, memberships: { role: string }[]) {
  const names = memberships.map(({ role }, i) => `${role}${i + 1}`);
  const accountIds = await makeAccounts(
    ctx,
    names.map((name) => ({ name, phone: '' })),
  );
  const members = memberships.map((of, i) => ({
    ...{ membershipId: new Types.ObjectId(), accountId: accountIds[i] as Types.ObjectId, of },
  }));
  await Memberships(ctx).collection.insertMany(
    members.map(({ membershipId, accountId, of }) => ({
      ...{ _id: membershipId, accountId, head: false, from: new Date(0), rightsVersion: 1, ...of },
    })) as never[],
  );
  return signTokens(ctx, members).map((token, i) => ({
    ...{ token, accountId: String(accountIds[i]), name: names[i] as string },
  }));
}
