import { groupBy } from '@shared/groupBy';
import { type Rung, toldAtHome } from '@shared/ladder';
import type { NoticeCode } from '@shared/notices/codes';
import { slotKindOf } from '@shared/schedules/kinds';
import type { Types } from 'mongoose';
import { accountsTold, gridBook, type LoadedBook } from '../grids';
import { type Telling, tell, tellByCredit } from '../notices';
import { climbDue } from '../platform/climbDue';
import type { DueWork, Step } from '../platform/sweep';
import { type SlotDoc, Slots } from './model';
import { type AtHome, peopleAtHome } from './peopleAtHome';
import { toldOfSlot, toldTogether } from './toldTogether';

/** The ladders of what is owed: each rung of a slot is told once, a household and a grid hear of a window once (domain, section 4). */
export const slotWork: DueWork<SlotDoc> = {
  name: 'slots',
  documents: (ctx) => Slots(ctx),
  async plan(ctx, due, now) {
    const steps: Step[] = [];
    const tellings: Planned[] = [];
    for (const docs of groupBy(due, ({ communityId }) => String(communityId)).values()) {
      const { communityId } = docs[0] as SlotDoc;
      const [book, home] = await Promise.all([
        gridBook(ctx, communityId),
        peopleAtHome(ctx, communityId, docs.map(toldOfSlot)),
      ]);
      for (const doc of docs) {
        const { told, step } = climbDue(
          doc,
          slotKindOf(doc.kind).ladder(doc),
          { madeAt: doc.madeAt, now },
          true,
        );
        steps.push(step);
        for (const rung of told) tellings.push(...tellingsOf(book, home, doc, rung, now));
      }
    }
    await tell(
      ctx,
      tellings.filter(({ byCredit }) => !byCredit).map(({ telling }) => telling),
    );
    await tellByCredit(
      ctx,
      tellings.filter(({ byCredit }) => byCredit).map(({ telling }) => telling),
    );
    return steps;
  },
};

interface Planned {
  telling: Telling;
  byCredit: boolean;
}

function tellingsOf(book: LoadedBook, home: AtHome, doc: SlotDoc, rung: Rung, now: Date): Planned[] {
  const together = toldTogether(doc);
  const telling = (accountId: Types.ObjectId, side: Telling['side']): Planned => ({
    byCredit: Boolean(rung.byCredit),
    telling: {
      about: { entity: 'slot', id: String(doc._id) },
      together: together[side],
      occasion: `rung:${rung.name}`,
      accountId,
      communityId: doc.communityId,
      side,
      code: `${doc.kind}.${rung.name}` as NoticeCode,
      params: { door: doc.door, day: doc.day, window: doc.window },
      madeAt: now,
    },
  });
  const work = { ...doc, responsibleFrom: 'worker' as const };
  return [
    ...home.accountsOf(toldOfSlot(doc), toldAtHome(rung.tells)).map((id) => telling(id, 'household')),
    ...accountsTold(book, work, rung.tells, now).map((id) => telling(id, 'staff')),
  ];
}
