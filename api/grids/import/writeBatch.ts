import type { ImportField } from '@shared/grids/workbookContract';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../../context';
import { insertPlain } from '../../platform/mongo';
import { dataKeyId } from '../../platform/sealing';
import {
  Households,
  placeFieldsOf,
  type ResidentDoc,
  Residents,
  resealingPerson,
  sealResident,
} from '../../roster';
import type { JudgedBatch, Verdict } from './judgeBatch';

const sealed = ['name', 'document', 'phone', 'note', 'keyGroups'] as const;

/** Writes a judged batch in the caller’s transaction: all of it or nothing. False when somebody changed one of its people meanwhile. */
export async function writeBatch(
  ctx: Context,
  communityId: Types.ObjectId,
  batch: JudgedBatch,
  session: ClientSession,
): Promise<boolean> {
  await insertPlain(Households(ctx), batch.freshHouseholds, session);
  await adoptHouseholds(ctx, communityId, batch, session);
  await insertFresh(
    ctx,
    communityId,
    batch.verdicts.filter(({ known }) => !known),
    session,
  );
  return updateKnown(
    ctx,
    communityId,
    batch.verdicts.filter(
      ({ known, changed, imported }) => known && (changed.length || Object.keys(imported).length),
    ),
    session,
  );
}

async function adoptHouseholds(
  ctx: Context,
  communityId: Types.ObjectId,
  { adopted }: JudgedBatch,
  session: ClientSession,
): Promise<void> {
  if (!adopted.length) return;
  await Households(ctx).bulkWrite(
    adopted.map(({ _id, importKey }) => ({
      updateOne: { filter: { communityId, _id }, update: { $set: { importKey, provisional: false } } },
    })),
    { session },
  );
}

async function insertFresh(
  ctx: Context,
  communityId: Types.ObjectId,
  fresh: Verdict[],
  session: ClientSession,
): Promise<void> {
  if (!fresh.length) return;
  const ids = fresh.map(() => new Types.ObjectId());
  const keys = await ctx.seals.make(
    ids.map((id) => dataKeyId('roster', id)),
    session,
  );
  const docs = fresh.map(({ planned: { person }, householdId, place, imported }, i): ResidentDoc => {
    const _id = ids[i] as Types.ObjectId;
    const key = keys.get(dataKeyId('roster', _id));
    if (!key) throw new Error('roster key was not made');
    const { relation = 'other', sex, residence = 'unknown', canUsePhone = true } = person;
    return {
      _id,
      communityId,
      householdId,
      ...sealResident(ctx, communityId, _id, key, person),
      relation,
      ...(sex && { sex }),
      residence,
      canUsePhone,
      ...placeFieldsOf(place),
      provisional: false,
      imported,
      madeAt: ctx.clock.now(),
      version: 1,
    };
  });
  await insertPlain(Residents(ctx), docs, session);
}

async function updateKnown(
  ctx: Context,
  communityId: Types.ObjectId,
  verdicts: Verdict[],
  session: ClientSession,
): Promise<boolean> {
  if (!verdicts.length) return true;
  const { matchedCount } = await Residents(ctx).bulkWrite(
    verdicts.map((verdict) => {
      const { _id, version } = (verdict.known as NonNullable<Verdict['known']>).doc;
      const $inc = { version: verdict.changed.length ? 1 : 0 };
      return {
        updateOne: {
          filter: { communityId, _id, version },
          update: { ...changesOf(ctx, verdict), $inc },
        },
      };
    }),
    { session },
  );
  return matchedCount === verdicts.length;
}

/** Only what the file changes; what was sealed is sealed again with what stays beside it. */
function changesOf(
  ctx: Context,
  { planned, householdId, place, known, changed, imported }: Verdict,
): { $set: Partial<ResidentDoc>; $unset?: Record<string, 1> } {
  const { doc, opened, key } = known as NonNullable<Verdict['known']>;
  const { person } = planned;
  const takes = (field: ImportField) => changed.includes(field);
  const $set: Partial<ResidentDoc> = { imported: { ...doc.imported, ...imported }, provisional: false };
  const $unset: Record<string, 1> = {};
  const taken = sealed.filter(takes).map((field) => [field, person[field]] as const);
  if (taken.length) {
    const again = resealingPerson(ctx, doc, key, opened, Object.fromEntries(taken));
    Object.assign($set, again.$set);
    Object.assign($unset, again.$unset);
  }
  for (const field of ['relation', 'sex', 'residence', 'canUsePhone'] as const)
    if (takes(field)) Object.assign($set, { [field]: person[field] });
  if (takes('household')) {
    Object.assign($set, { householdId, ...placeFieldsOf(place) });
    // Whoever stands at a door again lives there again.
    Object.assign($unset, { leftAt: 1, ...(!place.patchId && { patchId: 1 }) });
  }
  return { $set, ...(Object.keys($unset).length && { $unset }) };
}
