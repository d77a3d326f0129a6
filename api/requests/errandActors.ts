import type { Offer } from '@shared/abilities';
import { carriedStates, type ErrandActor, type ErrandFacts } from '@shared/requests/errandLife';
import { errandKindOf } from '@shared/requests/kinds';
import { Types } from 'mongoose';
import type { Who } from '../context';
import { hasLeader, type LoadedBook } from '../grids';
import { problem } from '../platform/problem';
import { abilitiesOf, mayWith } from '../platform/visible';
import type { ErrandDoc } from './model';

/** As what somebody stands to an errand now. */
export function errandActorsOf(who: Who, doc: ErrandDoc, book: LoadedBook, now: Date): ErrandActor[] {
  const { membership } = who;
  if (!membership || !mayWith(who, 'read', 'Request', doc)) return [];
  const { role, pools } = membership;
  const isOwn = mayWith(who, 'act', 'Request', doc);
  if (role === 'resident') return mayWith(who, 'order', 'Request', doc) ? ['household'] : [];
  const isServed = errandKindOf(doc.kind).servedBy.includes('worker');
  const offered = membership.offers.filter((offer) => isOffered(offer, doc));
  return [
    ...offered.map((offer) => offer.as),
    ...(role === 'worker' && isServed && pools.includes(String(doc.poolGridId)) ? ['worker' as const] : []),
    ...(isHeldBy(who, doc) ? ['holder' as const] : []),
    ...(isOwn && role === 'leader' ? [role] : []),
    ...(isOwn && role === 'office' ? officeAs(doc, book, now) : []),
  ];
}

/** Where no leader is there the ladder ends with the office, and so does what leaders do. */
const officeAs = (doc: ErrandDoc, book: LoadedBook, now: Date): ErrandActor[] =>
  hasLeader(book, doc, now) ? ['office'] : ['office', 'leader'];

export const isOffered = (
  { kinds, pools }: Offer,
  { kind, poolGridId }: Pick<ErrandDoc, 'kind' | 'poolGridId'>,
): boolean => kinds.includes(kind) && pools.includes(String(poolGridId));

/** Held while on duty: somebody who works and lives here is not the holder at home. */
export const isHeldBy = ({ accountId, membership }: Who, { holder }: ErrandDoc): boolean =>
  String(holder?.accountId) === accountId && membership?.role !== 'resident';

/** Not of the community’s own people: the task is theirs while they carry it, and nothing else (domain, section 2). */
export const isHelper = ({ membership }: Who): boolean =>
  membership?.role === 'volunteer' || membership?.role === 'property';

/** Who reads what was written: the household, staff of its grids, and whoever carries it, as long as that takes. */
export const isInOn = (who: Who, doc: ErrandDoc): boolean =>
  mayWith(who, 'act', 'Request', doc) || (doc.open && isHeldBy(who, doc) && !isHelper(who));

/** What somebody has accepted and not delivered: of whoever lives and works here at work alone. Problem: notAllowed. */
export function heldBy({ accountId, membership }: Who): Record<string, unknown> {
  const { communityId, role } = membership ?? {};
  if (!communityId || role === 'resident') throw problem('notAllowed');
  return {
    ...{ communityId, life: 'errand', open: true, 'holder.accountId': new Types.ObjectId(accountId) },
    state: { $in: carriedStates },
  };
}

/** What the table looks at; without a person for the clock. */
export const errandFactsOf = (doc: ErrandDoc, now: Date, who?: Who): ErrandFacts => ({
  now,
  steps: doc.history.length,
  isBought: errandKindOf(doc.kind).isBought,
  hasHolder: doc.holder !== null,
  hasTrips: Boolean(who && abilitiesOf(who).can('act', 'Run')),
  leaseUntil: doc.leaseUntil ?? null,
  // Delivered without network: the household may object from when it is told so.
  deliveredAt: doc.state === 'delivered' ? doc.stateAt : null,
  hasQuestion: doc.isAsked,
  isToBeRung: Boolean(doc.ringDueAt),
  wasObjectedTo: doc.objectedTo.some((id) => String(id) === who?.accountId),
});
