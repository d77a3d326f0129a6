import { maskName } from '@shared/mask';
import type { CaseView } from '@shared/requests/caseView';
import { caseKindOf } from '@shared/requests/kinds';
import { standingReading } from '@shared/temperatures/standing';
import { openStaffNames, type StaffName } from '../accounts';
import type { Context, Who } from '../context';
import { gridBook, type LoadedBook, presentCalled, presentResponsible } from '../grids';
import { presentTold, staffTold, type ToldAccount, toldAbout } from '../notices';
import type { DataKey } from '../platform/sealing';
import { openAges, openNames, Residents } from '../roster';
import { type SlotDoc, Slots, stateOf } from '../schedules';
import { caseActionsOf } from './actors';
import { caseActorsOf, readsCase, readsNotes } from './caseActors';
import type { CaseDoc, HistoryEntry } from './model';
import { keyOf, placeOf } from './texts';

interface Read {
  who: Who;
  now: Date;
  book: LoadedBook;
  staff: Map<string, StaffName>;
  names: Map<string, string>;
  keys: Map<string, DataKey>;
  seconds: SlotDoc[];
  /** In years, for staff. */
  ages: Map<string, number>;
  told: Map<string, ToldAccount[]>;
}

/** Cases for the caller: full names at home, masks and notes for staff, and of a single one who was told. The only place where their texts are opened. */
export async function presentCases(
  ctx: Context,
  who: Who,
  docs: CaseDoc[],
  { withTold = false } = {},
): Promise<CaseView[]> {
  const [first] = docs;
  if (!first) return [];
  const { communityId } = first;
  const isAtHome = isHome(who);
  const legible = docs.filter((doc) => readsCase(who, doc));
  const acted = docs.flatMap(({ history }) => history.flatMap(({ by }) => (by ? [by.accountId] : [])));
  const [book, keys, names, ages, seconds, told] = await Promise.all([
    gridBook(ctx, communityId),
    ctx.seals.load(legible.map(keyOf)),
    isAtHome ? namesOf(ctx, docs) : new Map<string, string>(),
    isAtHome ? new Map<string, number>() : openAges(ctx, residentIdsOf(docs)),
    Slots(ctx)
      .find({ communityId, requestId: { $in: docs.map(({ _id }) => _id) } })
      .lean(),
    isAtHome || !withTold ? [] : Promise.all(docs.map(({ _id }) => toldAbout(ctx, `request:${String(_id)}`))),
  ]);
  const read: Read = {
    ...{ who, book, keys, names, ages, seconds },
    now: ctx.clock.now(),
    staff: await openStaffNames(ctx, [...acted, ...staffTold(told.flat())]),
    told: new Map(docs.map(({ _id }, i) => [String(_id), told[i] ?? []])),
  };
  return docs.map((doc) => present(read, doc));
}

const residentIdsOf = (docs: CaseDoc[]) => docs.flatMap(({ residentId }) => residentId ?? []);

async function namesOf(ctx: Context, docs: CaseDoc[]): Promise<Map<string, string>> {
  const residents = await Residents(ctx)
    .find({ _id: { $in: residentIdsOf(docs) } }, { name: 1 })
    .lean();
  return openNames(ctx, residents);
}

const at = (moment: Date | null | undefined): string | null => moment?.toISOString() ?? null;

const isHome = ({ membership }: Who): boolean => membership?.role === 'resident';

/** Opens what was said in one case; nothing for whoever does not read it. */
function openerOf({ keys }: Read, doc: CaseDoc) {
  const key = keys.get(keyOf(doc));
  return (name: 'details' | 'note' | 'caller' | 'place'): string | null => {
    const sealed = doc[name];
    return (sealed && key?.open(sealed, placeOf.field(doc._id, name))) || null;
  };
}

function present(read: Read, doc: CaseDoc): CaseView {
  const { who, book, now, names } = read;
  const open = openerOf(read, doc);
  const details = open('details');
  const isLegible = readsCase(who, doc);
  const sees = seesStepsOf(read, doc);
  const ladder = doc.state === 'closed' ? [] : caseKindOf(doc.kind).ladders[doc.state];
  return {
    id: String(doc._id),
    life: 'case',
    kind: doc.kind,
    state: doc.state,
    version: doc.version,
    urgency: doc.urgency,
    residentId: doc.residentId ? String(doc.residentId) : null,
    householdId: doc.householdId ? String(doc.householdId) : null,
    observationId: doc.observationId ? String(doc.observationId) : null,
    door: doc.door || (open('place') ?? ''),
    name: names.get(String(doc.residentId)) || (doc.surname && maskName(doc.surname)),
    age: read.ages.get(String(doc.residentId)) ?? null,
    channel: doc.channel ?? null,
    isAnonymous: doc.receipt !== undefined,
    caller: isHome(who) ? null : open('caller'),
    details: details ? JSON.parse(details) : null,
    note: open('note'),
    fileIds: isLegible ? (doc.history[0]?.fileIds ?? []).map(String) : [],
    answer: answerIn(doc, read.keys.get(keyOf(doc))),
    repeat: doc.repeat ? { everyDays: doc.repeat.everyDays, nextAt: doc.repeat.nextAt.toISOString() } : null,
    raisedAt: doc.raisedAt.toISOString(),
    acknowledgedAt: at(doc.acknowledgedAt),
    handledAt: at(doc.handledAt),
    closedAt: at(doc.closedAt),
    dueAt: doc.open ? at(doc.dueAt) : null,
    isUnanswered: doc.state === 'raised' && doc.step >= ladder.length,
    responsible: presentResponsible(book, doc, now),
    called: presentCalled(book, doc, now),
    outcome: sees(doc.history.findLast(({ action }) => ending.includes(action)))
      ? (doc.outcome ?? null)
      : null,
    readings: doc.readings.map(
      ({ celsius, takenAt, symptoms, medicine, band, filledBy = null, corrected }) => ({
        ...{ celsius, symptoms, medicine, band, filledBy },
        takenAt: takenAt.toISOString(),
        corrected: corrected
          ? { celsius: corrected.celsius, symptoms: corrected.symptoms, medicine: corrected.medicine }
          : null,
      }),
    ),
    steps: doc.history.flatMap((entry, i) => (sees(entry) ? [stepOf(read, doc, entry, i)] : [])),
    secondReading: secondOf(read, doc),
    told: sees() ? presentTold(read.told.get(String(doc._id)) ?? [], read.staff) : [],
    actions: caseActionsOf(who, doc, book, now),
  };
}

const ending: HistoryEntry['action'][] = ['close', 'withdraw'];

/**
 * Which steps the caller sees. Of a kind of which they see the card alone: that somebody waits, and what they did themselves; all of
 * them, but for what was written, who answers for it now.
 */
function seesStepsOf({ who, book, now }: Read, doc: CaseDoc): (entry?: HistoryEntry) => boolean {
  const isAll = readsNotes(who, doc) || caseActorsOf(who, doc, book, now).includes('responsible');
  return (entry) => isAll || (entry !== undefined && isOwn(who, entry));
}

const isOwn = ({ accountId }: Who, { by }: HistoryEntry): boolean => String(by?.accountId) === accountId;

function stepOf(read: Read, doc: CaseDoc, entry: HistoryEntry, i: number): CaseView['steps'][number] {
  const { at: moment, action, step, result, by, fileIds, rung } = entry;
  const isStaff = by?.role && by.role !== 'resident';
  const isLegible = readsNotes(read.who, doc) || isOwn(read.who, entry);
  return {
    at: moment.toISOString(),
    action: action as CaseView['steps'][number]['action'],
    step: step ?? null,
    result: result ?? null,
    // What staff write for each other is not for the household; what they answer stands apart.
    text: isHome(read.who) || !isLegible ? null : textOf(read, doc, i),
    by: by && {
      name: isStaff ? (read.staff.get(String(by.accountId))?.name ?? '') : '',
      role: by.role ?? '',
    },
    fileIds: isLegible ? (fileIds ?? []).map(String) : [],
    rung: rung ?? null,
  };
}

const textOf = ({ keys }: Read, doc: CaseDoc, i: number): string | null =>
  openStep(doc, i, keys.get(keyOf(doc)));

function openStep(doc: CaseDoc, i: number, key: DataKey | undefined): string | null {
  const text = doc.history[i]?.text;
  return text ? (key?.open(text, placeOf.step(doc._id, i)) ?? null) : null;
}

/** What was written when it was closed, of kinds whose closing is an answer. */
export function answerIn(doc: CaseDoc, key: DataKey | undefined): string | null {
  if (doc.open || !caseKindOf(doc.kind).isAnswered) return null;
  const closing = doc.history.findLastIndex(({ action }) => action === 'close');
  return openStep(doc, closing, key);
}

function secondOf({ seconds, now }: Read, { _id }: CaseDoc): CaseView['secondReading'] {
  const slot = seconds.find(({ requestId }) => requestId?.equals(_id));
  if (!slot) return null;
  const { opensAt, dueAt, closesAt } = slot;
  return {
    slotId: String(slot._id),
    opensAt: opensAt.toISOString(),
    dueAt: dueAt.toISOString(),
    closesAt: closesAt.toISOString(),
    state: stateOf(slot, now),
    celsius: standingReading(slot)?.celsius ?? null,
  };
}
