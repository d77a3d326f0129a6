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
  const isHome = who.membership?.role === 'resident';
  const acted = docs.flatMap(({ history }) => history.flatMap(({ by }) => (by ? [by.accountId] : [])));
  const [book, keys, names, ages, seconds, told] = await Promise.all([
    gridBook(ctx, communityId),
    isHome ? new Map<string, DataKey>() : ctx.seals.load(docs.map(keyOf)),
    isHome ? namesOf(ctx, docs) : new Map<string, string>(),
    isHome ? new Map<string, number>() : openAges(ctx, residentIdsOf(docs)),
    Slots(ctx)
      .find({ communityId, requestId: { $in: docs.map(({ _id }) => _id) } })
      .lean(),
    isHome || !withTold ? [] : Promise.all(docs.map(({ _id }) => toldAbout(ctx, `request:${String(_id)}`))),
  ]);
  const read: Read = {
    ...{ who, book, keys, names, ages, seconds },
    now: ctx.clock.now(),
    staff: await openStaffNames(ctx, [...acted, ...staffTold(told.flat())]),
    told: new Map(docs.map(({ _id }, i) => [String(_id), told[i] ?? []])),
  };
  return docs.map((doc) => present(read, doc));
}

const residentIdsOf = (docs: CaseDoc[]) => docs.map(({ residentId }) => residentId);

async function namesOf(ctx: Context, docs: CaseDoc[]): Promise<Map<string, string>> {
  const residents = await Residents(ctx)
    .find({ _id: { $in: residentIdsOf(docs) } }, { name: 1 })
    .lean();
  return openNames(ctx, residents);
}

const at = (moment: Date | null | undefined): string | null => moment?.toISOString() ?? null;

function present(read: Read, doc: CaseDoc): CaseView {
  const { who, book, now, names } = read;
  const ladder = doc.state === 'closed' ? [] : caseKindOf(doc.kind).ladders[doc.state];
  return {
    id: String(doc._id),
    life: 'case',
    kind: doc.kind,
    state: doc.state,
    version: doc.version,
    urgency: doc.urgency,
    residentId: String(doc.residentId),
    householdId: String(doc.householdId),
    observationId: doc.observationId ? String(doc.observationId) : null,
    door: doc.door,
    name: names.get(String(doc.residentId)) || maskName(doc.surname),
    age: read.ages.get(String(doc.residentId)) ?? null,
    raisedAt: doc.raisedAt.toISOString(),
    acknowledgedAt: at(doc.acknowledgedAt),
    handledAt: at(doc.handledAt),
    closedAt: at(doc.closedAt),
    dueAt: doc.open ? at(doc.dueAt) : null,
    isUnanswered: doc.state === 'raised' && doc.step >= ladder.length,
    responsible: presentResponsible(book, doc, now),
    called: presentCalled(book, doc, now),
    outcome: (doc.outcome ?? null) as CaseView['outcome'],
    readings: doc.readings.map(
      ({ celsius, takenAt, symptoms, medicine, band, filledBy = null, corrected }) => ({
        ...{ celsius, symptoms, medicine, band, filledBy },
        takenAt: takenAt.toISOString(),
        corrected: corrected
          ? { celsius: corrected.celsius, symptoms: corrected.symptoms, medicine: corrected.medicine }
          : null,
      }),
    ),
    steps: doc.history.map((entry, i) => stepOf(read, doc, entry, i)),
    secondReading: secondOf(read, doc),
    told: presentTold(read.told.get(String(doc._id)) ?? [], read.staff),
    actions: caseActionsOf(who, doc, book, now),
  };
}

function stepOf(
  { keys, staff }: Read,
  doc: CaseDoc,
  { at: moment, action, step, result, text, by, rung }: HistoryEntry,
  i: number,
): CaseView['steps'][number] {
  const isStaff = by?.role && by.role !== 'resident';
  return {
    at: moment.toISOString(),
    action: action as CaseView['steps'][number]['action'],
    step: (step ?? null) as CaseView['steps'][number]['step'],
    result: result ?? null,
    text: text ? (keys.get(keyOf(doc))?.open(text, placeOf.step(doc._id, i)) ?? null) : null,
    by: by && { name: isStaff ? (staff.get(String(by.accountId))?.name ?? '') : '', role: by.role ?? '' },
    rung: rung ?? null,
  };
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
