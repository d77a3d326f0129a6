import { createCommunity } from '../../api/grids';
import { Problem } from '../../api/platform/problem';
import { PlainFailure } from '../plainFailure';
import { inDatabase } from './openDatabase';
import { readWish } from './readWish';

/** Makes the community and prints what the office needs to begin, the password this once. */
export async function create(options: unknown, print: (line: string) => unknown): Promise<void> {
  const wish = readWish(options);
  const { isNew, oneTimePassword } = await inDatabase(print, async (ctx) => {
    try {
      return await createCommunity(ctx, wish);
    } catch (error) {
      throw error instanceof Problem ? new PlainFailure(otherName) : error;
    }
  });
  if (!isNew) {
    print(`${wish.name} is there already (${wish.district}, ${wish.street}); nothing was changed.`);
    print('A lost one-time password: npm run community -- password --help');
    return;
  }
  print(`${wish.name} is made: top grid, home-14 in force, ${wish.office.name} is head of the office.`);
  print(`Sign in on the page 账号登录 with the telephone ${wish.office.phone}`);
  print(
    oneTimePassword
      ? `and this one-time password, shown this once, to be changed within seven days:\n\n  ${oneTimePassword}\n`
      : 'as before: this person has an account.',
  );
}

const otherName = '--office-phone: this telephone belongs to an account of another name';
