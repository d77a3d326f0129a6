import type { ReconciliationView } from '@shared/requests/reconciliation';
import type { Types } from 'mongoose';
import { openStaffNames } from '../accounts';
import type { Context, Who } from '../context';
import { type DataKey, dataKeyId } from '../platform/sealing';
import { abilitiesOf } from '../platform/visible';
import { inputOf } from './inputOf';
import { type ErrandDoc, Errands } from './model';
import type { DoneStep, ReconciliationDoc } from './reconciliationModel';
import { placeOf } from './texts';

/** What was done without network, for leaders and whoever did it, beside what is written down. The only place where its texts are opened for a reply. */
export async function presentReconciliations(
  ctx: Context,
  who: Who,
  docs: ReconciliationDoc[],
): Promise<ReconciliationView[]> {
  const [first] = docs;
  if (!first) return [];
  const ids = docs.map(({ requestId }) => requestId);
  const errands = await Errands(ctx)
    .find({ communityId: first.communityId, _id: { $in: ids } }, { state: 1, holder: 1 })
    .lean<Pick<ErrandDoc, '_id' | 'state' | 'holder'>[]>();
  const errandOf = new Map(errands.map((errand) => [String(errand._id), errand]));
  const people = [
    ...docs.flatMap(({ accountId, closed }) => [accountId, ...(closed ? [closed.accountId] : [])]),
    ...errands.flatMap(({ holder }) => holder?.accountId ?? []),
  ];
  const [names, keys] = await Promise.all([
    openStaffNames(ctx, people),
    ctx.seals.load(ids.map((id) => dataKeyId('request', id))),
  ]);
  const nameOf = (id: { toString(): string } | undefined) =>
    id ? (names.get(String(id))?.name ?? '') : null;
  const otherOf = (holder: Types.ObjectId | undefined, accountId: Types.ObjectId) =>
    holder && !holder.equals(accountId)
      ? { name: nameOf(holder) ?? '', phone: names.get(String(holder))?.phone ?? null }
      : null;
  const mayClose = abilitiesOf(who).can('answer', 'Reconciliation');
  return docs.map((doc) => {
    const { _id, requestId, accountId, closed } = doc;
    const key = keys.get(dataKeyId('request', requestId));
    const errand = errandOf.get(String(requestId));
    return {
      ...{
        id: String(_id),
        version: doc.version,
        requestId: String(requestId),
        kind: doc.kind,
        door: doc.door,
      },
      by: { name: nameOf(accountId) ?? '', phone: names.get(String(accountId))?.phone ?? null },
      steps: doc.steps.map((step) => stepOf(doc, step, key)),
      errand: {
        state: errand?.state ?? 'assigned',
        other: otherOf(errand?.holder?.accountId, accountId),
      },
      openedAt: doc.openedAt.toISOString(),
      dueAt: doc.dueAt.toISOString(),
      closedAt: closed?.at.toISOString() ?? null,
      closedBy: nameOf(closed?.accountId),
      outcome: closed?.outcome ?? null,
      text: (closed?.text && key?.open(closed.text, placeOf.outcome(_id))) ?? null,
      actions: doc.open && mayClose ? ['close'] : [],
    };
  });
}

function stepOf(
  doc: ReconciliationDoc,
  step: DoneStep,
  key: DataKey | undefined,
): ReconciliationView['steps'][number] {
  const { doorCode: _said, ...input } = inputOf(doc, step, key);
  const { action, at, receivedAt } = step;
  return { action, at: at.toISOString(), receivedAt: receivedAt.toISOString(), input };
}
