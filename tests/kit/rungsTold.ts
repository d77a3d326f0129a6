/** Whether every rung of what was left undone was told once: read in the database itself, where it is written down. */
import { toldAtHome, toldOfStaff } from '@shared/ladder';
import { fever } from '@shared/requests/kinds';
import { slotKindOf } from '@shared/schedules/kinds';
import type { Db } from 'mongodb';
import type { RequestDoc } from '../../api/requests/model';
import type { SlotDoc } from '../../api/schedules/model';
import { toldTogether } from '../../api/schedules/toldTogether';

/** Ids of messages without the account: `<document>:<occasion>`. */
async function occasionsTold(db: Db): Promise<Set<string>> {
  const ids = await db.collection<{ _id: string }>('messages').distinct('_id');
  return new Set(ids.map((id) => id.slice(0, id.lastIndexOf(':'))));
}

/** Of the cases nobody acknowledged: those whose history is not their whole ladder, each rung once, and rungs nobody heard. */
export async function rungsOfCases(db: Db) {
  const told = await occasionsTold(db);
  const docs = await db.collection<RequestDoc>('requests').find({ kind: 'fever', state: 'raised' }).toArray();
  const [first, ...later] = fever.ladders.raised.map(({ name }) => name);
  const unlike = docs.filter(
    ({ history }) => String(history.flatMap(({ rung }) => rung ?? [])) !== String(later),
  );
  const untold = docs.flatMap(({ _id, stateAt }) =>
    [first, ...later]
      .map((name) => `request:${String(_id)}:rung:${name}:${stateAt.getTime()}:staff`)
      .filter((occasion) => !told.has(occasion)),
  );
  return { cases: docs.length, unlike: unlike.map(({ _id }) => String(_id)), untold };
}

/** Of the slots that are over and unsettled: those with other rungs than their ladder has, each once, and rungs told to nobody. */
export async function rungsOfSlots(db: Db) {
  const told = await occasionsTold(db);
  const docs = await db.collection<SlotDoc>('slots').find({ settledAt: null, excused: null }).toArray();
  const unlike = docs.filter((doc) => {
    const ladder = slotKindOf(doc.kind).ladder(doc);
    return String(doc.rungs.map(({ name }) => name).sort()) !== String(ladder.map(({ name }) => name).sort());
  });
  const untold = docs.flatMap((doc) => occasionsOf(doc).filter((occasion) => !told.has(occasion)));
  return { unsettled: docs.length, unlike: unlike.map(({ _id }) => String(_id)), untold };
}

/** What must have been said of a slot, as the ids of messages begin. */
function occasionsOf(doc: SlotDoc): string[] {
  const { household, staff } = toldTogether(doc);
  const ladder = slotKindOf(doc.kind).ladder(doc);
  return doc.rungs.flatMap(({ name, state }) => {
    const rung = ladder.find((one) => one.name === name);
    if (!rung || state === 'skipped' || rung.byCredit) return [];
    return [
      ...(toldAtHome(rung.tells).length ? [`${household}:rung:${name}`] : []),
      ...(toldOfStaff(rung.tells).length ? [`${staff}:rung:${name}`] : []),
    ];
  });
}
