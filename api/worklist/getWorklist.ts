import { divisionName } from '@shared/returns/divisions';
import type { getWorklist as contract, WorklistItem } from '@shared/worklist/contract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook, type LoadedBook, presentResponsible } from '../grids';
import type { Input } from '../platform/endpoint';
import { decodeCursor, encodeCursor, limitOf } from '../platform/paging';
import { problem } from '../platform/problem';
import { visible } from '../platform/visible';
import { actionsOf, type ReturnDoc, Returns } from '../returns';

/** A party stands together in the order of the list; a page takes whole parties of up to this many people. */
const maxParty = 40;

/** What waits in the caller’s grids: fevers first, then by due time. A family is one item. */
export async function getWorklist(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  if (!who.membership) throw problem('notAllowed');
  const limit = limitOf(query);
  const waiting = { $and: [visible(who, 'Return'), { state: 'declared' as const }] };
  const [docs, counts, book] = await Promise.all([
    Returns(ctx)
      .find({ $and: [waiting, after(decodeCursor(query.cursor, ['rank', 'moment', 'id']))] })
      .sort({ partyRank: 1, dueAt: 1, partyId: 1, _id: 1 })
      .limit(limit + maxParty)
      .lean(),
    countWaiting(ctx, waiting),
    gridBook(ctx, who.membership.communityId),
  ]);
  const parties = groupParties(docs);
  const isCut = docs.length === limit + maxParty;
  // The last party may go on beyond what was read; one that fills all of it is shown all the same.
  const whole = isCut ? Math.max(1, parties.length - 1) : parties.length;
  const shown = parties.slice(0, Math.min(limit, whole));
  const last = shown[shown.length - 1]?.[0];
  const hasMore = isCut || shown.length < parties.length;
  return {
    items: shown.map((party) => present(ctx, who, book, party)),
    counts,
    next:
      hasMore && last
        ? encodeCursor([String(last.partyRank), last.dueAt.toISOString(), String(last.partyId)])
        : null,
  };
}

function after(place: string[] | null): Record<string, unknown> {
  if (!place) return {};
  const [rank, due, party] = [Number(place[0]), new Date(place[1] as string), new Types.ObjectId(place[2])];
  return {
    $or: [
      { partyRank: { $gt: rank } },
      { partyRank: rank, dueAt: { $gt: due } },
      { partyRank: rank, dueAt: due, partyId: { $gt: party } },
    ],
  };
}

/** Beyond it a list is “many”: counting on would look at every return of a bad day. */
const mostCounted = 200;

/** Each a range of the list’s own index; a fever lifts its whole party to the first rank. */
async function countWaiting(ctx: Context, waiting: object) {
  const count = (more: object) =>
    Returns(ctx).countDocuments({ $and: [waiting, more] } as never, { limit: mostCounted });
  const [open, fever, overdue] = await Promise.all([
    count({}),
    count({ partyRank: 0, urgency: 'fever' }),
    count({ partyRank: { $in: [0, 1] }, dueAt: { $lt: ctx.clock.now() } }),
  ]);
  return { open, fever, overdue };
}

function groupParties(docs: ReturnDoc[]): [ReturnDoc, ...ReturnDoc[]][] {
  const parties: [ReturnDoc, ...ReturnDoc[]][] = [];
  for (const doc of docs) {
    const party = parties[parties.length - 1];
    if (party?.[0].partyId.equals(doc.partyId)) party.push(doc);
    else parties.push([doc]);
  }
  return parties;
}

/** An address is placed first; of a tip there is nothing to verify until somebody has called. */
const titleOf = ({ dwellingId, source, documentKind }: ReturnDoc): string => {
  if (!dwellingId) return 'return.placeAddress';
  return source === 'tip' && !documentKind ? 'return.tipped' : 'return.unverified';
};

function present(ctx: Context, who: Who, book: LoadedBook, party: [ReturnDoc, ...ReturnDoc[]]): WorklistItem {
  const [lead] = party;
  const responsible = presentResponsible(book, lead, ctx.clock.now());
  return {
    kind: 'return',
    id: String(lead._id),
    version: lead.version,
    urgency: lead.partyRank === 0 ? 'fever' : 'normal',
    dueAt: lead.dueAt.toISOString(),
    door: lead.door,
    title: {
      code: titleOf(lead),
      params: {
        people: party.length,
        surname: lead.surname,
        place: lead.origin.divisionCode ? divisionName(lead.origin.divisionCode) : '',
        country: lead.origin.country ?? null,
        transport: lead.transport.kind ?? null,
        number: lead.transport.number ?? null,
        arrivedAt: lead.arrivedAt?.toISOString() ?? null,
      },
    },
    mine: responsible.account === who.accountId,
    responsible: { name: responsible.name, phone: responsible.phone },
    actions: actionsOf(who, lead),
  };
}
