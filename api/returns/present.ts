import { maskDocument, maskName, maskPhone } from '@shared/mask';
import { divisionName } from '@shared/returns/divisions';
import type { ReturnView } from '@shared/returns/view';
import { ageAt, birthDateOf } from '@shared/roster/identity';
import { dayOf } from '@shared/time';
import type { CommunityDoc } from '../accounts';
import type { Context, Who } from '../context';
import { gridBook, type LoadedBook, presentResponsible } from '../grids';
import { type DataKey, dataKeyId } from '../platform/sealing';
import { seesHealth } from '../platform/visible';
import { actionsOf, may } from './actors';
import { numberOf, openPerson, reasonPlace, refusalPlace, tipPlace } from './details';
import type { ReturnDoc } from './model';

/** Returns for the caller; the only place where their sealed fields are opened for a reply. */
export async function presentReturns(ctx: Context, who: Who, docs: ReturnDoc[]): Promise<ReturnView[]> {
  const keys = await ctx.seals.load(docs.map(({ _id }) => dataKeyId('episode', _id)));
  return Promise.all(
    docs.map(async (doc) => {
      const key = keys.get(dataKeyId('episode', doc._id));
      const elsewhere = doc.offer?.communityId;
      const other = elsewhere ? (await gridBook(ctx, elsewhere)).community : null;
      return present(ctx, who, doc, key, await gridBook(ctx, doc.communityId), other);
    }),
  );
}

function present(
  ctx: Context,
  who: Who,
  doc: ReturnDoc,
  key: DataKey | undefined,
  book: LoadedBook,
  /** The community to which it is offered or was handed over. */
  other: CommunityDoc | null,
): ReturnView {
  const now = ctx.clock.now();
  return {
    id: String(doc._id),
    partyId: String(doc.partyId),
    state: doc.state,
    version: doc.version,
    residentId: String(doc.residentId),
    householdId: String(doc.householdId),
    dwellingId: doc.dwellingId ? String(doc.dwellingId) : null,
    door: doc.door,
    address: doc.address,
    source: doc.source,
    person: personOf(who, doc, key, now),
    origin: originOf(doc),
    leftAt: doc.leftAt?.toISOString() ?? null,
    arrivedAt: doc.arrivedAt?.toISOString() ?? null,
    late: doc.late,
    transport: {
      kind: doc.transport.kind ?? null,
      number: doc.transport.number ?? null,
      seat: doc.transport.seat ?? null,
    },
    ...healthOf(who, doc),
    declaredAt: doc.declaredAt.toISOString(),
    dueAt: doc.dueAt.toISOString(),
    responsible: presentResponsible(book, doc, now),
    rejected: rejectedOf(doc, key),
    tip: tipOf(who, doc, key),
    handover: other && handoverOf(who, doc, key, other),
    carried: carriedOf(doc),
    ...(doc.observation && { observation: { ...doc.observation, id: String(doc.observation.id) } }),
    actions: actionsOf(who, doc),
  };
}

/** How somebody feels; nothing of it where an adult closed that to the household. */
function healthOf(who: Who, doc: ReturnDoc): Pick<ReturnView, 'symptoms' | 'reading' | 'urgency'> {
  if (!seesHealth(who, doc)) return { symptoms: [], reading: null, urgency: 'normal' };
  const { symptoms, reading, urgency } = doc;
  return {
    symptoms,
    reading: reading && { ...reading, takenAt: reading.takenAt.toISOString() },
    urgency,
  };
}

/** Full names for their own people, masks for staff; numbers are masked for everybody. */
function personOf(who: Who, doc: ReturnDoc, key: DataKey | undefined, now: Date): ReturnView['person'] {
  const opened = key && openPerson(doc, key);
  const number = numberOf(opened?.document);
  const isOwn = !who.membership || who.membership.role === 'resident';
  return {
    name: isOwn && opened ? opened.name : maskName(doc.surname),
    document: { kind: doc.documentKind ?? 'none', number: number && maskDocument(number) },
    phone: opened?.phone ? maskPhone(opened.phone) : null,
    relation: doc.relation,
    age: number && doc.documentKind === 'residentId' ? ageAt(birthDateOf(number), dayOf(now)) : null,
  };
}

export const originOf = ({ origin }: ReturnDoc): ReturnView['origin'] => ({
  divisionCode: origin.divisionCode ?? null,
  country: origin.country ?? null,
  risk: origin.risk ?? null,
  place: origin.divisionCode ? divisionName(origin.divisionCode) : '',
});

function rejectedOf(doc: ReturnDoc, key: DataKey | undefined): ReturnView['rejected'] {
  if (!doc.rejectedReason || !key) return null;
  return {
    reason: key.open(doc.rejectedReason, reasonPlace(doc._id)),
    at: (doc.endedAt ?? doc.declaredAt).toISOString(),
  };
}

/** What somebody else told: for whoever looks into it, never for the household. */
function tipOf(who: Who, doc: ReturnDoc, key: DataKey | undefined): ReturnView['tip'] {
  if (!doc.tip || !key || !may(who, 'verify', doc)) return null;
  return { relation: doc.tip.relation, note: key.open(doc.tip.note, tipPlace(doc._id)) };
}

function handoverOf(
  who: Who,
  doc: ReturnDoc,
  key: DataKey | undefined,
  { name, duty }: CommunityDoc,
): ReturnView['handover'] {
  const refused = doc.offer?.refused;
  const isShown = refused && key && may(who, 'verify', doc);
  // A refused offer is the business of the staff: for the household nothing has changed.
  if (refused && !isShown) return null;
  return {
    communityName: name,
    phone: duty.phone,
    refused: isShown ? key.open(refused, refusalPlace(doc._id)) : null,
  };
}

function carriedOf({ previous }: ReturnDoc): ReturnView['carried'] {
  const start = previous?.startEvent;
  return start ? { kind: start.kind, at: start.at.toISOString() } : null;
}
