import { groupBy } from '@shared/groupBy';
import { type Climb, climb, type Rung } from '@shared/ladder';
import type { NoticeCode } from '@shared/notices/codes';
import { slotKindOf } from '@shared/schedules/kinds';
import { addMinutes } from '@shared/time';
import type { Types } from 'mongoose';
import { accountsTold, gridBook, type LoadedBook } from '../grids';
import { type Telling, tell, tellByCredit } from '../notices';
import { climbedTo, keptRungs } from '../platform/climbDue';
import type { DueWork } from '../platform/sweep';
import { type SlotDoc, Slots } from './model';
import { type AtHome, peopleAtHome } from './peopleAtHome';
import { toldOfRung, toldOfSlot, toldTogether } from './toldTogether';

/** The ladders of what is owed: each rung of a slot is told once, a household and a grid hear of a window once (domain, section 4). */
export const slotWork: DueWork<SlotDoc> = {
  name: 'slots',
  documents: (ctx) => Slots(ctx),
  async plan(ctx, due, now) {
    const climbs: Climbed[] = [];
    for (const docs of groupBy(due, ({ communityId }) => String(communityId)).values()) {
      const { communityId } = docs[0] as SlotDoc;
      const [book, home] = await Promise.all([
        gridBook(ctx, communityId),
        peopleAtHome(ctx, communityId, docs.map(toldOfSlot)),
      ]);
      climbs.push(...docs.map((doc) => climbedOf(book, home, doc, now)));
    }
    const tellings = climbs.flatMap(({ told }) => [...told]);
    await tell(
      ctx,
      tellings.flatMap(([{ byCredit }, of]) => (byCredit ? [] : of)),
    );
    const reached = await tellByCredit(
      ctx,
      tellings.flatMap(([{ byCredit }, of]) => (byCredit ? [of] : [])),
    );
    const isReached = (rung: Rung, of: Telling[]) => (rung.byCredit ? reached.has(of) : of.length > 0);
    return climbs.map(({ doc, climb: climbed, told }) =>
      climbedTo(
        doc,
        climbed,
        keptRungs(climbed, now, (rung) => isReached(rung, told.get(rung) ?? [])),
      ),
    );
  },
};

interface Climbed {
  doc: SlotDoc;
  climb: Climb;
  told: Map<Rung, Telling[]>;
}

function climbedOf(book: LoadedBook, home: AtHome, doc: SlotDoc, now: Date): Climbed {
  const { dueAt, madeAt, step } = doc;
  const climbed = climb(slotKindOf(doc.kind).ladder(doc), { dueAt, madeAt, step, now });
  return {
    doc,
    climb: climbed,
    told: new Map(climbed.told.map((rung) => [rung, tellingsOf(book, home, doc, rung, now)])),
  };
}

function tellingsOf(book: LoadedBook, home: AtHome, doc: SlotDoc, rung: Rung, now: Date): Telling[] {
  const together = toldTogether(doc);
  const telling = (accountId: Types.ObjectId, side: Telling['side']): Telling => ({
    about: aboutOf(doc),
    together: together[side],
    occasion: `rung:${rung.name}`,
    accountId,
    communityId: doc.communityId,
    side,
    code: `${doc.kind}.${rung.name}` as NoticeCode,
    params: { door: doc.door, day: doc.day, window: doc.window },
    madeAt: now,
    ...(rung.untilMinutes !== undefined && { wantedUntil: addMinutes(doc.dueAt, rung.untilMinutes) }),
  });
  const work = { ...doc, responsibleFrom: 'worker' as const };
  return [
    ...toldOfRung(home, doc, rung).map((id) => telling(id, 'household')),
    ...accountsTold(book, work, rung.tells, now).map((id) => telling(id, 'staff')),
  ];
}

/** What is asked for by a case is told of the case: there one goes on. */
const aboutOf = ({ _id, requestId }: SlotDoc): Telling['about'] =>
  requestId ? { entity: 'request', id: String(requestId) } : { entity: 'slot', id: String(_id) };
