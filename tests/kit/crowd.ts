import type { ReturnView } from '@shared/returns/view';
import type { Caller } from './caller';
import { declarationOf, personOf } from './family';

const surnames = [...'赵钱孙李周吴郑王冯陈'];

/** Declares people at many doors, from the desk: so many at each, strangers to the roster. Another `salt` is other people. */
export async function declareAtDoors(
  desk: Caller,
  doors: readonly { id: string }[],
  peopleADoor: number,
  salt = 0,
): Promise<ReturnView[]> {
  const declared: ReturnView[] = [];
  for (const [d, { id }] of doors.entries()) {
    const people = Array.from({ length: peopleADoor }, (_, i) => {
      const n = 700_000 + salt + d * 20 + i;
      return personOf(`${surnames[i % 10]}来${surnames[d % 10]}`, i, n - i);
    });
    const { returns } = await desk.gets('declareReturn', {
      body: declarationOf({ dwellingId: id, source: 'desk', people }),
    });
    declared.push(...(returns as ReturnView[]));
  }
  return declared;
}
