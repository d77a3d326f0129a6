import type { MandateView } from '@shared/roster/mandates';
import { openPhones, openStaffNames } from '../../accounts';
import type { Context } from '../../context';
import type { MandateDoc } from './model';

/** Mandates for the household and its staff; the telephone masked, also for whoever typed it. */
export async function presentMandates(ctx: Context, docs: MandateDoc[]): Promise<MandateView[]> {
  const [phones, staff] = await Promise.all([
    openPhones(
      ctx,
      docs.map(({ accountId }) => accountId),
    ),
    openStaffNames(
      ctx,
      docs.filter(isRecorded).map(({ madeBy }) => madeBy.accountId),
    ),
  ]);
  const now = ctx.clock.now();
  return docs.map((doc) => ({
    id: String(doc._id),
    householdId: String(doc.householdId),
    phone: phones.get(String(doc.accountId)) ?? '',
    relation: doc.relation,
    scopes: doc.scopes,
    how: doc.how,
    attestedBy: String(doc.attestedBy),
    recordedBy: isRecorded(doc)
      ? { role: doc.madeBy.role, name: staff.get(String(doc.madeBy.accountId))?.name ?? '' }
      : null,
    madeAt: doc.madeAt.toISOString(),
    until: doc.until.toISOString(),
    // One whose day was over before somebody ended it ended by its day.
    endedAt: doc.ended && doc.ended.at < doc.until ? doc.ended.at.toISOString() : null,
    isActive: !doc.ended && doc.until > now,
  }));
}

/** By staff, for a household that said so on the telephone, on paper or at the door. */
const isRecorded = ({ how }: MandateDoc): boolean => how !== 'app';
