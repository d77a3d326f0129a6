import { maskName, maskPhone } from '@shared/mask';
import { type CorrectionView, correctionLife } from '@shared/roster/corrections';
import { surnamesOf } from '../../accounts';
import type { Context, Who } from '../../context';
import { dataKeyId } from '../../platform/sealing';
import { mayWith } from '../../platform/visible';
import type { ResidentDoc } from '../model';
import { openSaid } from './applyCorrection';
import { type CorrectionDoc, Corrections, type Hand } from './model';

/** Corrections for the caller; what was said is opened here only, and masked for who does not keep names. */
export async function presentCorrections(
  ctx: Context,
  who: Who,
  docs: CorrectionDoc[],
): Promise<CorrectionView[]> {
  const keys = await ctx.seals.load(docs.map(({ about }) => dataKeyId('roster', about[0] ?? '')));
  const surnames = await surnamesOf(
    ctx,
    docs.flatMap(({ by, decided }) => [by.accountId, ...(decided ? [decided.accountId] : [])]),
  );
  const hand = ({ role, accountId }: Hand) => ({ role, surname: surnames.get(String(accountId)) ?? '' });
  return docs.map((doc) => {
    const key = keys.get(dataKeyId('roster', doc.about[0] ?? ''));
    const said = key && openSaid(doc, key);
    const isOwn = String(doc.by.accountId) === who.accountId;
    const person = said?.kind === 'movedIn' ? said.person : null;
    const phone = person?.phone ?? (said?.kind === 'fields' ? said.set.phone : undefined);
    return {
      id: String(doc._id),
      kind: doc.kind,
      state: doc.state,
      version: doc.version,
      door: doc.door,
      toDoor: doc.toDoor ?? null,
      residentId: doc.kind === 'movedIn' && doc.state !== 'applied' ? null : String(doc.about.at(-1)),
      name: isOwn && person ? person.name : maskName(doc.surname),
      fields: doc.fields,
      phone: phone ? (isOwn ? phone : maskPhone(phone)) : null,
      at: doc.at.toISOString(),
      by: hand(doc.by),
      decided: doc.decided
        ? { ...hand(doc.decided), at: doc.decided.at.toISOString(), reason: doc.decided.reason ?? null }
        : null,
      actions: correctionLife.allowed(doc.state, actorsOf(who, doc), {}),
    };
  });
}

/** As what somebody stands to a correction: who said it, who decides about it, or neither. */
export const actorsOf = (who: Who, doc: CorrectionDoc): ('proposer' | 'decider')[] => [
  ...(String(doc.by.accountId) === who.accountId ? (['proposer'] as const) : []),
  ...(mayWith(who, 'correct', 'Correction', doc) ? (['decider'] as const) : []),
];

const mostChanges = 20;

/** What was corrected of a person, the newest first; for those who may see corrections there. */
export async function changesOf(
  ctx: Context,
  who: Who,
  { communityId, _id, gridPath }: ResidentDoc,
): Promise<CorrectionView[]> {
  if (!mayWith(who, 'read', 'Correction', { communityId, gridPath })) return [];
  const docs = await Corrections(ctx)
    .find({ communityId, about: _id })
    .sort({ _id: -1 })
    .limit(mostChanges)
    .lean();
  return presentCorrections(ctx, who, docs);
}
