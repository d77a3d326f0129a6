import type { openPaper as contract, Paper } from '@shared/returns/handover';
import { communityOf } from '../../accounts';
import { recordAccess } from '../../audit';
import type { Context, Who } from '../../context';
import { type ObservationDoc, Observations } from '../../observation';
import type { Input } from '../../platform/endpoint';
import { problem } from '../../platform/problem';
import { type DataKey, dataKeyId } from '../../platform/sealing';
import { may } from '../actors';
import { numberOf, openPerson } from '../details';
import { findReturn } from '../findReturn';
import { type ReturnDoc, Returns } from '../model';
import { originOf } from '../present';

const opened = ['name', 'document', 'phone'] as const;

/**
 * What a community that is not on this deployment has to know of a party (domain, section 3.4), for a paper. Every field of
 * every person is recorded before anything leaves. Problems: notFound, notAllowed, return.incomplete, destroyed.
 */
export async function openPaper(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof contract>,
): Promise<Paper> {
  const addressed = await findReturn(ctx, who, params.id);
  if (!may(who, 'reveal', addressed)) throw problem('notAllowed');
  const { communityId, partyId, ended } = addressed;
  // Together those who are in the same case: what was rejected or taken back before goes nowhere.
  const party = await Returns(ctx).find({ communityId, partyId, ended }).sort({ _id: 1 }).lean();
  const docs = party.filter((doc) => may(who, 'reveal', doc));
  if (docs.some(({ documentKind }) => !documentKind)) throw problem('return.incomplete');
  const keys = await ctx.seals.load(docs.map(({ _id }) => dataKeyId('episode', _id)));
  if (docs.some(({ _id }) => !keys.has(dataKeyId('episode', _id)))) throw problem('destroyed');
  for (const { _id, residentId } of docs)
    for (const field of opened)
      await recordAccess(ctx, who, {
        residentId,
        about: { entity: 'return', id: _id },
        field,
        reason: body.reason,
      });
  const observations = await Observations(ctx)
    .find({ communityId, partyId, returnId: { $in: docs.map(({ _id }) => _id) } })
    .lean();
  const { name, duty } = await communityOf(ctx, communityId);
  return {
    community: { name, phone: duty.phone },
    door: addressed.door,
    origin: originOf(addressed),
    leftAt: addressed.leftAt?.toISOString() ?? null,
    arrivedAt: addressed.arrivedAt?.toISOString() ?? null,
    transport: {
      kind: addressed.transport.kind ?? null,
      number: addressed.transport.number ?? null,
      seat: addressed.transport.seat ?? null,
    },
    people: docs.map((doc) =>
      personOf(
        doc,
        keys.get(dataKeyId('episode', doc._id)) as DataKey,
        observations.find(({ returnId }) => returnId.equals(doc._id)),
      ),
    ),
    openedAt: ctx.clock.now().toISOString(),
  };
}

function personOf(
  doc: ReturnDoc,
  key: DataKey,
  observation: ObservationDoc | undefined,
): Paper['people'][number] {
  const { name, document, phone } = openPerson(doc, key);
  const { symptoms, reading, documentKind } = doc;
  return {
    name,
    document: { kind: documentKind ?? 'none', number: numberOf(document) },
    phone,
    symptoms,
    reading: reading && { ...reading, takenAt: reading.takenAt.toISOString() },
    observation: observation ? { firstDay: observation.firstDay, lastDay: observation.lastDay } : null,
  };
}
