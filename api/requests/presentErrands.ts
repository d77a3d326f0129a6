import type { ErrandStep, ErrandView } from '@shared/requests/errandView';
import type { Details } from '@shared/requests/fields';
import { errandKindOf } from '@shared/requests/kinds';
import type { StaffName } from '../accounts';
import type { Context, Who } from '../context';
import { gridBook, type LoadedBook, presentResponsible, staffNames } from '../grids';
import { type DataKey, dataKeyId } from '../platform/sealing';
import { errandActionsOf } from './actors';
import { isHeldBy, isHelper, isInOn } from './errandActors';
import type { ErrandDoc, HistoryEntry } from './model';
import { keyOf, placeOf } from './texts';

interface Read {
  who: Who;
  now: Date;
  book: LoadedBook;
  staff: Map<string, StaffName>;
  keys: Map<string, DataKey>;
}

/**
 * Errands for the caller: what was asked for and said for the household, for staff of its grids and for whoever holds it; who only
 * sees one wait in the pool learns kind, building and size. The only place where their texts are opened.
 */
export async function presentErrands(ctx: Context, who: Who, docs: ErrandDoc[]): Promise<ErrandView[]> {
  const [first] = docs;
  if (!first) return [];
  const acted = docs.flatMap(({ history, holder }) => [
    ...history.flatMap(({ by }) => (by && by.role !== 'resident' ? by.accountId : [])),
    ...(holder ? [holder.accountId] : []),
  ]);
  const book = await gridBook(ctx, first.communityId);
  const [staff, keys] = await Promise.all([
    staffNames(ctx, book, acted),
    ctx.seals.load(docs.filter((doc) => isInOn(who, doc)).map(keyOf)),
  ]);
  const read: Read = { who, now: ctx.clock.now(), book, staff, keys };
  return docs.map((doc) => present(read, doc));
}

const isHome = ({ membership }: Who): boolean => membership?.role === 'resident';
const at = (moment: Date | null | undefined): string | null => moment?.toISOString() ?? null;

function present(read: Read, doc: ErrandDoc): ErrandView {
  const { who, book, staff, now } = read;
  const isIn = isInOn(who, doc);
  const isWhose = isIn && !isHelper(who);
  const open = openerOf(read, doc, isIn);
  const sealed = open(doc.details, 'details');
  const details = sealed ? (JSON.parse(sealed) as Details) : null;
  const holder = doc.holder && staff.get(String(doc.holder.accountId));
  return {
    id: String(doc._id),
    life: 'errand',
    kind: doc.kind,
    state: doc.state,
    version: doc.version,
    // The door is what a task needs; whose it is follows from these.
    householdId: isWhose ? String(doc.householdId) : null,
    residentId: isWhose && doc.residentId ? String(doc.residentId) : null,
    door: isIn ? doc.door : doc.building,
    size: doc.size,
    placedAt: doc.placedAt.toISOString(),
    dueAt: doc.dueAt.toISOString(),
    startsAt: doc.startsAt.toISOString(),
    wishedAt: at(doc.wishedAt),
    runsLowAt: isIn && !doc.isOrderedAgain ? at(doc.runsLowAt) : null,
    urgent: doc.urgent,
    channel: doc.channel,
    // A name and a telephone are no part of the task.
    caller: isHome(who) || isHelper(who) ? null : open(doc.caller, 'caller'),
    details,
    note: open(doc.note, 'note'),
    marks: isIn ? (doc.marks ?? []) : [],
    fileIds: isIn ? photosOf(doc, 'place').map(String) : [],
    money: {
      estimatedFen: estimateOf(doc, details),
      paidFen: isIn ? (doc.paidFen ?? null) : null,
      hasReceipt: isIn && photosOf(doc, 'buy').length > 0,
    },
    responsible: presentResponsible(book, doc, now),
    holder: doc.holder && {
      name: holder?.name ?? '',
      phone: isIn && doc.open && !isHiddenHome(read, doc) ? (holder?.phone ?? null) : null,
      mine: isHeldBy(who, doc),
    },
    leaseUntil: at(doc.leaseUntil),
    nextTryAt: at(doc.nextTryAt),
    goodsAt: doc.state === 'purchased' && !doc.holder ? lastText(read, doc, 'pass', isIn) : null,
    question: doc.isAsked ? lastText(read, doc, 'ask', isIn) : null,
    doorCode: isHome(who) && doc.open ? open(doc.doorCode, 'doorCode') : null,
    deliveredAt: at(doc.deliveredAt),
    closedAt: at(doc.closedAt),
    closedBy: doc.closedBy ?? null,
    steps: isIn ? stepsOf(read, doc) : [],
    actions: errandActionsOf(who, doc, book, now),
  };
}

/** A helper’s telephone is their own: at home they call whoever answers for it. */
const isHiddenHome = ({ who, book }: Read, { holder }: ErrandDoc): boolean =>
  isHome(who) && book.helpers.some(({ _id }) => holder?.membershipId?.equals(_id));

/** What was asked for, of errands whose doors the caller serves; left out where it was destroyed. */
export async function openDetails(
  ctx: Context,
  docs: Pick<ErrandDoc, '_id' | 'details'>[],
): Promise<Map<string, Details>> {
  const keys = await ctx.seals.load(docs.map(({ _id }) => dataKeyId('request', _id)));
  return new Map(
    docs.flatMap(({ _id, details }) => {
      const key = keys.get(dataKeyId('request', _id));
      return key
        ? [[String(_id), JSON.parse(key.open(details, placeOf.field(_id, 'details')))] as const]
        : [];
    }),
  );
}

function openerOf({ keys }: Read, doc: ErrandDoc, isIn: boolean) {
  const key = isIn ? keys.get(keyOf(doc)) : undefined;
  return (text: string | undefined, name: Parameters<typeof placeOf.field>[1]): string | null =>
    (text && key?.open(text, placeOf.field(doc._id, name))) || null;
}

const photosOf = ({ history }: ErrandDoc, of: HistoryEntry['action']) =>
  history.flatMap(({ action, fileIds }) => (action === of && fileIds) || []);

/** What the household reckons with: the first sum of money that the kind asks for. */
export function estimateOf({ kind }: Pick<ErrandDoc, 'kind'>, details: Details | null): number | null {
  const money = Object.entries(errandKindOf(kind).fields).find(([, { type }]) => type === 'money');
  const sum = money && details?.[money[0]];
  return typeof sum === 'number' ? sum : null;
}

/** What was written with the last step of a name. */
function lastText(read: Read, doc: ErrandDoc, action: HistoryEntry['action'], isIn: boolean): string | null {
  const i = doc.history.findLastIndex((entry) => entry.action === action);
  const entry = doc.history[i];
  return isIn && entry ? textOf(read, doc, entry, i) : null;
}

function textOf({ keys }: Read, doc: ErrandDoc, { text }: HistoryEntry, i: number): string | null {
  return text ? (keys.get(keyOf(doc))?.open(text, placeOf.step(doc._id, i)) ?? null) : null;
}

/** What staff write for each other is not for the household. */
const amongStaff: readonly HistoryEntry['action'][] = ['decline', 'reassign', 'handOver'];

/** Ticks in the shop are seen in the lines themselves, a trip in what comes of it. */
const seenOtherwise: readonly HistoryEntry['action'][] = ['mark', 'addToRun'];

const stepsOf = (read: Read, doc: ErrandDoc): ErrandStep[] =>
  doc.history.flatMap((entry, i) =>
    seenOtherwise.includes(entry.action) ? [] : [stepOf(read, doc, entry, i)],
  );

function stepOf(read: Read, doc: ErrandDoc, entry: HistoryEntry, i: number): ErrandStep {
  const { at: moment, action, by, result, amountFen, evidence, fileIds, rung } = entry;
  const isStaff = by?.role && by.role !== 'resident';
  const isHidden = isHome(read.who) && amongStaff.includes(action);
  return {
    at: moment.toISOString(),
    action: action as ErrandStep['action'],
    by: by && {
      name: isStaff ? (read.staff.get(String(by.accountId))?.name ?? '') : '',
      role: by.role ?? '',
    },
    text: isHidden ? null : textOf(read, doc, entry, i),
    result: (result ?? null) as ErrandStep['result'],
    amountFen: amountFen ?? null,
    evidence: evidence ?? null,
    fileIds: (fileIds ?? []).map(String),
    rung: rung ?? null,
  };
}
