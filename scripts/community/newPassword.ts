import { Phone } from '@shared/fields';
import * as z from 'zod';
import { accountByPhone, Communities, giveOneTime, Memberships } from '../../api/accounts';
import { PlainFailure } from '../plainFailure';
import { inDatabase } from './openDatabase';
import { readOptions } from './readWish';

const Options = z.object({ name: z.string().trim().min(1).max(60), officePhone: Phone });

/** A new one-time password for the head of an office; whoever is signed in as them is signed out. */
export async function newPassword(options: unknown, print: (line: string) => unknown): Promise<void> {
  const { name, officePhone } = readOptions(Options, options);
  const made = await inDatabase(print, async (ctx) => {
    const communities = await Communities(ctx).find({ name }, { _id: 1 }).lean();
    if (!communities.length) throw new PlainFailure(`--name: there is no community ${name}`);
    const account = await accountByPhone(ctx, officePhone);
    const isHead =
      account &&
      (await Memberships(ctx).exists({
        communityId: { $in: communities.map(({ _id }) => _id) },
        accountId: account._id,
        role: 'office',
        head: true,
        until: { $exists: false },
      }));
    if (!account || !isHead) throw new PlainFailure(`--office-phone: no head of the office of ${name}`);
    return giveOneTime(ctx, account._id);
  });
  print(
    `A new one-time password, shown this once, to be changed within seven days:\n\n  ${made.oneTimePassword}\n`,
  );
}
