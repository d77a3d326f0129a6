import { unansweredLadder } from '@shared/returns/handover';
import type { Types } from 'mongoose';
import type { Context } from '../../context';
import { accountsTold, gridBook, type WorkPlace } from '../../grids';
import { type Telling, type ToldStep, tellingWork } from '../../notices';
import { climbDue, nothingDue } from '../../platform/climbDue';
import { Returns } from '../model';
import { type HandoverDoc, Handovers } from './model';

/** The ladder of an offer that nobody has answered: told in both communities (domain, section 3.4). */
export const unansweredWork = tellingWork<HandoverDoc>(
  { name: 'handovers', documents: (ctx) => Handovers(ctx) },
  planStep,
);

async function planStep(ctx: Context, doc: HandoverDoc, now: Date): Promise<ToldStep> {
  if (doc.answer) return { step: nothingDue(doc), tellings: [] };
  const { told, step } = climbDue(doc, unansweredLadder, { madeAt: doc.offeredAt, now });
  const [returnId] = doc.returnIds;
  const offered = await Returns(ctx).findOne({ communityId: doc.fromCommunityId, _id: returnId }).lean();
  const sides: { communityId: Types.ObjectId; work: WorkPlace }[] = [
    ...(offered ? [{ communityId: doc.fromCommunityId, work: offered }] : []),
    { communityId: doc.communityId, work: { responsibleFrom: 'office' } },
  ];
  const tellings: Telling[] = [];
  for (const { communityId, work } of sides) {
    const book = await gridBook(ctx, communityId);
    for (const rung of told) {
      for (const accountId of accountsTold(book, work, rung.tells, now))
        tellings.push({
          about: { entity: 'return', id: String(returnId) },
          occasion: `handover:${String(doc._id)}:${rung.name}`,
          accountId,
          communityId,
          side: 'staff',
          code: 'handover.unanswered',
          params: { people: doc.returnIds.length, rung: rung.name },
          madeAt: now,
        });
    }
  }
  return { step, tellings };
}
