import { maskDocument, maskName, maskPhone } from '@shared/mask';
import { ageAt } from '@shared/roster/identity';
import type { ResidentView } from '@shared/roster/residents';
import { dayOf } from '@shared/time';
import type { Context, Who } from '../context';
import { dataKeyId } from '../platform/sealing';
import { mayWith, seesHealth } from '../platform/visible';
import { Households, type ResidentDoc } from './model';
import { bornOn, openResident } from './openPeople';
import type { PersonFields } from './sealResident';

/** People of the roster for the caller: which fields, and masked or not. The only place where they are opened for a list. */
export async function presentResidents(ctx: Context, who: Who, docs: ResidentDoc[]): Promise<ResidentView[]> {
  const [first] = docs;
  if (!first) return [];
  const [keys, households] = await Promise.all([
    ctx.seals.load(docs.map(({ _id }) => dataKeyId('roster', _id))),
    Households(ctx)
      .find(
        { communityId: first.communityId, _id: { $in: docs.map(({ householdId }) => householdId) } },
        { door: 1 },
      )
      .lean(),
  ]);
  const doorOf = new Map(households.map(({ _id, door }) => [String(_id), door]));
  const today = dayOf(ctx.clock.now());
  return docs.map((doc) => {
    const opened = openResident(doc, keys.get(dataKeyId('roster', doc._id)));
    return {
      id: String(doc._id),
      householdId: String(doc.householdId),
      door: doorOf.get(String(doc.householdId)) ?? '',
      ...personOf(who, doc, opened, today),
      sex: doc.sex ?? null,
      relation: doc.relation,
      residence: doc.residence,
      canUsePhone: doc.canUsePhone,
      provisional: doc.provisional,
      leftAt: doc.leftAt?.toISOString() ?? null,
      version: doc.version,
    };
  });
}

/** What of the sealed fields this caller reads. */
export function personOf(
  who: Who,
  doc: ResidentDoc,
  person: Partial<PersonFields>,
  today: string,
): Pick<ResidentView, 'name' | 'document' | 'phone' | 'age' | 'keyGroups'> {
  const { name, document, phone, keyGroups = [] } = person;
  const number = document && document.kind !== 'none' ? document.number : null;
  const isWithNumbers = mayWith(who, 'readNumbers', 'Resident', doc);
  const isWithName = mayWith(who, 'readNames', 'Resident', doc);
  const born = isWithNumbers ? bornOn(person) : null;
  return {
    name: isWithName && name ? name : maskName(doc.surname),
    document: isWithNumbers ? { kind: doc.documentKind, number: number && maskDocument(number) } : null,
    phone: isWithNumbers && phone ? maskPhone(phone) : null,
    age: born ? ageAt(born, today) : null,
    keyGroups: seesHealth(who, { ...doc, residentId: doc._id }) ? [...keyGroups] : [],
  };
}
