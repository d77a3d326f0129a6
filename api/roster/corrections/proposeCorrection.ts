import {
  type Correction,
  type proposeCorrection as contract,
  proposableFields,
  staffKinds,
} from '@shared/roster/corrections';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../../context';
import { tell } from '../../notices';
import type { Input } from '../../platform/endpoint';
import { type Once, refuseOtherBody } from '../../platform/idempotency';
import { insertAll, inTransaction, isDuplicate } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { type DataKey, dataKeyId } from '../../platform/sealing';
import { abilitiesOf } from '../../platform/visible';
import { placeFieldsOf } from '../model';
import { applyCorrection, keyOf } from './applyCorrection';
import { handOf } from './hand';
import { kindOf } from './kinds';
import type { Subject } from './kinds/kind';
import { type CorrectionDoc, Corrections, saidPlace } from './model';
import { presentCorrections } from './presentCorrections';
import { seesOf } from './sees';

/**
 * Who lives where has changed. A building head’s word waits for a worker; a worker’s or the office’s holds at once, and is kept.
 * Problems: notFound, notAllowed, input.invalid, roster.movedOn, resident.known, resident.openWork, key.reused.
 */
export async function proposeCorrection(ctx: Context, who: Who, { body, once }: Input<typeof contract>) {
  const doc = (await repeated(ctx, who, once)) ?? (await propose(ctx, who, body, once));
  const [view] = await presentCorrections(ctx, who, [doc]);
  return view as NonNullable<typeof view>;
}

async function repeated(ctx: Context, who: Who, once: Once): Promise<CorrectionDoc | null> {
  const { accountId, communityId } = handOf(who);
  const doc = await Corrections(ctx)
    .findOne({ communityId, 'by.accountId': accountId, key: once.key })
    .lean();
  if (doc) refuseOtherBody(doc, once);
  return doc;
}

async function propose(ctx: Context, who: Who, said: Correction, once: Once): Promise<CorrectionDoc> {
  const isStaff = abilitiesOf(who).can('correct', 'Correction');
  if (!isStaff && !isProposable(said)) throw problem('notAllowed');
  const { communityId, ...by } = handOf(who);
  const subject = await kindOf(said.kind).subject(ctx, seesOf(ctx, who), said as never);
  try {
    return await inTransaction(ctx, async (session) => {
      const _id = new Types.ObjectId();
      const key = await sealingKey(ctx, said, subject, session);
      const doc: CorrectionDoc = {
        _id,
        communityId,
        kind: said.kind,
        state: isStaff ? 'applied' : 'pending',
        version: 1,
        ...described(subject),
        said: key.seal(JSON.stringify(said), saidPlace(_id)),
        by,
        at: ctx.clock.now(),
        ...once,
        ...(isStaff && { decided: { ...by, at: ctx.clock.now(), ...once } }),
      };
      const applying = { ...doc, by: by.accountId };
      const written = isStaff
        ? { ...doc, ...(await applyCorrection(ctx, applying, said, key, session)) }
        : doc;
      await insertAll(Corrections(ctx), [written], session);
      if (!isStaff) await tellResponsible(ctx, doc, session);
      return written;
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // Sent twice at once; or a document that belongs to somebody else.
    const doc = await repeated(ctx, who, once);
    if (!doc) throw problem('resident.known');
    return doc;
  }
}

/** Papers, groups, notes and provisional people are for staff. */
const isProposable = (said: Correction): boolean => {
  if (said.kind === 'fields')
    return Object.keys(said.set).every((name) => (proposableFields as readonly string[]).includes(name));
  if (said.kind === 'movedIn') return !said.person.document;
  return !staffKinds.includes(said.kind);
};

const described = ({ about, surname, door, dwellingId, toDoor, place, fields = [] }: Subject) => ({
  about,
  surname,
  door,
  ...(dwellingId && { dwellingId }),
  ...(toDoor && { toDoor }),
  fields,
  ...placeFieldsOf(place),
});

/** Somebody new gets the key before the file. */
async function sealingKey(
  ctx: Context,
  said: Correction,
  { about }: Subject,
  session: ClientSession,
): Promise<DataKey> {
  const keyId = dataKeyId('roster', about[0] ?? '');
  const key =
    said.kind === 'movedIn'
      ? (await ctx.seals.make([keyId], session)).get(keyId)
      : await keyOf(ctx, { about }, session);
  if (!key) throw problem('destroyed');
  return key;
}

async function tellResponsible(ctx: Context, doc: CorrectionDoc, session: ClientSession): Promise<void> {
  const { communityId, _id, door } = doc;
  const accounts = await ctx.hooks.responsibleAccounts(communityId, placeFieldsOf(doc));
  await tell(
    ctx,
    accounts.map((accountId) => ({
      about: { entity: 'correction', id: String(_id) },
      occasion: 'proposed',
      accountId,
      communityId,
      side: 'staff',
      code: 'correction.proposed',
      params: { door },
      madeAt: doc.at,
    })),
    session,
  );
}
