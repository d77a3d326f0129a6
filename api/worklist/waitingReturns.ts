import { divisionName } from '@shared/returns/divisions';
import type { WorklistItem } from '@shared/worklist/contract';
import type { Who } from '../context';
import { visible } from '../platform/visible';
import { actionsOf, type ReturnDoc, Returns } from '../returns';
import { entryOf } from './entryOf';
import { after } from './order';
import { mostCounted, type Source } from './source';

/** A party stands together in the order of the list; a page takes whole parties of up to this many people. */
const maxParty = 40;

const waiting = (who: Who) => ({ $and: [visible(who, 'Return'), { state: 'declared' as const }] });

/** Returns that nobody has verified yet; a family is one item. */
export const waitingReturns: Source = {
  async list(ctx, who, { book, place, limit }) {
    const sorted = { ranks: { 0: { partyRank: 0 }, 1: { partyRank: 1 } }, id: 'partyId' };
    const docs = await Returns(ctx)
      .find({ $and: [waiting(who), after(place, sorted)] })
      .sort({ partyRank: 1, dueAt: 1, partyId: 1, _id: 1 })
      .limit(limit + maxParty)
      .lean();
    const parties = groupParties(docs);
    const isCut = docs.length === limit + maxParty;
    // The last party may go on beyond what was read; one that fills all of it is shown all the same.
    const whole = isCut ? Math.max(1, parties.length - 1) : parties.length;
    const now = ctx.clock.now();
    const entries = parties.slice(0, whole).map((party) => {
      const [lead] = party;
      return entryOf(
        { who, book, now },
        { ...lead, _id: lead.partyId },
        {
          rank: lead.partyRank,
          kind: 'return',
          id: String(lead._id),
          urgency: lead.partyRank === 0 ? 'fever' : 'normal',
          title: titleOf(party),
          actions: actionsOf(who, lead),
        },
      );
    });
    return { entries, isAll: !isCut };
  },
  /** Each a range of the list’s own index; a fever lifts its whole party to the first rank. */
  async count(ctx, who) {
    const count = (more: object) =>
      Returns(ctx).countDocuments({ $and: [waiting(who), more] } as never, { limit: mostCounted });
    const [open, fever, overdue] = await Promise.all([
      count({}),
      count({ partyRank: 0, urgency: 'fever' }),
      count({ partyRank: { $in: [0, 1] }, dueAt: { $lt: ctx.clock.now() } }),
    ]);
    return { open, fever, overdue };
  },
};

type Party = [ReturnDoc, ...ReturnDoc[]];

function groupParties(docs: ReturnDoc[]): Party[] {
  const parties: Party[] = [];
  for (const doc of docs) {
    const party = parties[parties.length - 1];
    if (party?.[0].partyId.equals(doc.partyId)) party.push(doc);
    else parties.push([doc]);
  }
  return parties;
}

/** An address is placed first; of a tip there is nothing to verify until somebody has called. */
const codeOf = ({ dwellingId, source, documentKind }: ReturnDoc): string => {
  if (!dwellingId) return 'return.placeAddress';
  return source === 'tip' && !documentKind ? 'return.tipped' : 'return.unverified';
};

const titleOf = ([lead, ...others]: Party): WorklistItem['title'] => ({
  code: codeOf(lead),
  params: {
    people: 1 + others.length,
    surname: lead.surname,
    place: lead.origin.divisionCode ? divisionName(lead.origin.divisionCode) : '',
    country: lead.origin.country ?? null,
    transport: lead.transport.kind ?? null,
    number: lead.transport.number ?? null,
    arrivedAt: lead.arrivedAt?.toISOString() ?? null,
  },
});
