import { randomInt } from 'node:crypto';
import type { ReplyOf } from '@shared/contract';
import { audience } from '@shared/live';
import type { placeRequest as contract } from '@shared/requests/contract';
import { type Details, schemaOf } from '@shared/requests/fields';
import { type ErrandKindName, errandKindOf, isCaseKind } from '@shared/requests/kinds';
import { runsLowAt } from '@shared/requests/runsLow';
import { promisedAt, startsAt } from '@shared/requests/sameDay';
import { wishFaults } from '@shared/requests/wish';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook, poolOf } from '../grids';
import type { Input } from '../platform/endpoint';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import { insertPlain, inTransaction } from '../platform/mongo';
import { invalid, problem, refuseFaults } from '../platform/problem';
import { type DataKey, dataKeyId } from '../platform/sealing';
import { parse } from '../platform/validation';
import { mayWith } from '../platform/visible';
import { findHome, type HomeDoc, type HouseholdDoc, Residents } from '../roster';
import { stepBy } from './actors';
import { heardAgain } from './caseActors';
import { climbRequest, errandNextAt } from './clock';
import { type ErrandDoc, Errands, type HistoryEntry, isErrand, type RequestDoc, Requests } from './model';
import { orderedAgain } from './orderedAgain';
import { attachOrdered } from './photos';
import { presentRequests } from './present';
import { raiseCase } from './raiseCase';
import { checkChannel, type RaiseBody } from './raising';
import { tellRungs } from './tellRungs';
import { keyOf, placeOf } from './texts';

type Sent = Input<typeof contract>['body'];
type Body = Omit<Sent, 'kind'> & { kind: ErrandKindName };
const isCase = (body: Sent): body is Sent & RaiseBody => isCaseKind(body.kind);

/**
 * Orders an errand: in the pool of its estate from then on, with one responsible person and a clock; or raises a case. A repeat finds
 * it as it is now. Problems: notFound, notAllowed, input.invalid, key.reused, tooManyRequests.
 */
export async function placeRequest(
  ctx: Context,
  who: Who,
  { body, once }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const communityId = who.membership?.communityId;
  if (!communityId) throw problem('notAllowed');
  const made: Once = { key: `${who.accountId}:${once.key}`, hash: once.hash };
  const one = { communityId: new Types.ObjectId(communityId), 'made.key': made.key };
  try {
    const doc = isCase(body)
      ? await raiseCase(ctx, who, body, made)
      : await order(ctx, who, body as Body, made);
    return await presentOne(ctx, who, doc);
  } catch (error) {
    // The index refuses a repeat; whatever else does by now, what was made is the answer.
    const first = await Requests(ctx).collection.findOne<RequestDoc>(one);
    if (!first) throw error;
    return repeated(ctx, who, first, made);
  }
}

async function repeated(ctx: Context, who: Who, doc: RequestDoc, made: Once) {
  if (doc.made) refuseOtherBody(doc.made, made);
  const heard = isErrand(doc) ? doc : heardAgain(who, doc);
  if (!heard) throw problem('notFound');
  return presentOne(ctx, who, heard);
}

async function presentOne(ctx: Context, who: Who, doc: RequestDoc) {
  const [view] = await presentRequests(ctx, who, [doc]);
  if (!view) throw problem('notFound');
  return view;
}

async function order(ctx: Context, who: Who, body: Body, made: Once): Promise<ErrandDoc> {
  const { household, residentId } = await whomFor(ctx, who, body.about);
  checkChannel(who, body);
  const details = parse(schemaOf(errandKindOf(body.kind).fields), body.details, 'details');
  refuseFaults(wishFaults(body.wish, body.urgent, ctx.clock.now()));
  if (errandKindOf(body.kind).isJoined) throw invalid([{ path: 'kind', code: 'choice' }]);
  const placing: Placing = {
    ...{ body, details, household, residentId, made, by: stepBy(who) },
    // Whoever orders by mandate hears of this errand and of nothing else of the household.
    heardBy: who.membership?.mandate ? [audience.account(who.accountId)] : [],
    attach: who,
  };
  const { doc, key } = await inTransaction(ctx, async (session) => {
    const placed = await place(ctx, placing, session);
    // Last: a repeat, which the index has refused by now, does not count.
    await ctx.limits.strict('order', String(household._id));
    return placed;
  });
  ctx.seals.keep(keyOf(doc), key);
  return doc;
}

/** The household, and whom of it, that the caller may order for. Problems: notFound, notAllowed, input.invalid. */
async function whomFor(
  ctx: Context,
  who: Who,
  about: Body['about'],
): Promise<{ household: HomeDoc; residentId: Types.ObjectId | undefined }> {
  const communityId = who.membership?.communityId;
  if (!('residentId' in about || 'householdId' in about))
    throw invalid([{ path: 'about.householdId', code: 'required' }]);
  const resident =
    'residentId' in about
      ? await Residents(ctx).findOne({ communityId, _id: about.residentId }, { householdId: 1 }).lean()
      : null;
  const householdId = 'householdId' in about ? about.householdId : resident?.householdId;
  if (!householdId) throw problem('notFound');
  const household = await findHome(ctx, new Types.ObjectId(communityId), new Types.ObjectId(householdId));
  if (!household || household.mergedInto) throw problem('notFound');
  const residentId = resident?._id;
  const { gridPath } = household;
  const asked = { communityId: household.communityId, householdId: household._id, residentId, gridPath };
  const may = (life: 'errand' | 'case') => mayWith(who, 'order', 'Request', { ...asked, life });
  // Whoever speaks for the household in other things knows that it is there.
  if (!may('errand')) throw problem(may('case') ? 'notAllowed' : 'notFound');
  return { household, residentId };
}

export interface Placing {
  body: Pick<Body, 'kind' | 'urgent' | 'channel' | 'fileIds'> &
    Partial<Pick<Body, 'wish' | 'note' | 'caller'>>;
  details: Details;
  household: HomeDoc;
  residentId: Types.ObjectId | undefined;
  made: Once;
  by: NonNullable<HistoryEntry['by']>;
  /** Beside the household and whoever carries it. */
  heardBy: string[];
  /** Whose photos it is ordered with. */
  attach: Who | null;
}

/** One errand for one household, in the caller’s transaction. */
export async function place(
  ctx: Context,
  { body, details, household, residentId, made, by, heardBy, attach }: Placing,
  session: ClientSession,
): Promise<{ doc: ErrandDoc; key: DataKey }> {
  const now = ctx.clock.now();
  const _id = new Types.ObjectId();
  const { communityId, gridId, gridPath, patchId, door, dwelling } = household;
  const { kind, urgent, wish, channel, note, caller, fileIds } = body;
  const begins = startsAt(now, wish);
  const dueAt = promisedAt(now, urgent, wish);
  const runsLow = runsLowAt(kind, details, now);
  // One after the other: they share a transaction.
  const key = await makeKey(ctx, _id, session);
  const photos = attach && (await attachOrdered(ctx, attach, { requestId: _id, fileIds, key }, session));
  const book = await gridBook(ctx, communityId);
  const seal = (name: Parameters<typeof placeOf.field>[1], text: string) =>
    key.seal(text, placeOf.field(_id, name));
  const poolGridId = poolOf(book, gridId);
  const placed: ErrandDoc = {
    ...{ _id, communityId, life: 'errand', kind, state: 'assigned', open: true, version: 1 },
    ...{ urgency: 'normal', rank: 1, urgent, channel, drill: false },
    ...{ householdId: household._id, door, order: dwelling?.order ?? '', gridId, gridPath, poolGridId },
    ...(residentId && { residentId }),
    ...(patchId && { patchId }),
    building: dwelling?.address.building ?? '',
    details: seal('details', JSON.stringify(details)),
    size: sizeOf(details),
    ...(note && { note: seal('note', note) }),
    ...(caller && { caller: seal('caller', caller) }),
    doorCode: seal('doorCode', String(randomInt(10_000)).padStart(4, '0')),
    ...{ doorCodeTries: 0, isAsked: false, objectedTo: [] },
    ...{ responsibleFrom: 'worker', responsibleAccountId: null, holder: null },
    ...{ placedAt: now, startsAt: begins, dueAt, stateAt: begins, step: 0 },
    ...(wish && { wishedAt: dueAt }),
    ...(runsLow && { runsLowAt: runsLow }),
    history: [{ at: now, action: 'place', from: null, to: 'assigned', by, ...photos }],
    audience: [...audienceOf(household, poolGridId), ...heardBy],
    made,
  };
  await orderedAgain(ctx, placed, session);
  const { told, step } = climbRequest(placed, now);
  const doc = { ...placed, step, nextStepAt: errandNextAt({ ...placed, step }) };
  await insertPlain(Errands(ctx), [doc], session);
  await tellRungs(ctx, doc, told, session);
  return { doc, key };
}

async function makeKey(ctx: Context, requestId: Types.ObjectId, session: ClientSession): Promise<DataKey> {
  const id = dataKeyId('request', requestId);
  return (await ctx.seals.make([id], session)).get(id) as DataKey;
}

const sizeOf = (details: Details): number => {
  const rows = Object.values(details).find(Array.isArray);
  return rows?.length ?? 1;
};

const audienceOf = ({ _id, gridId }: HouseholdDoc, poolGridId: Types.ObjectId): string[] => [
  audience.household(String(_id)),
  audience.grid(String(gridId)),
  audience.pool(String(poolGridId)),
];
