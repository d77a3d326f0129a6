import { peopleColumns } from '@shared/grids/columns';
import { type PeopleField, peopleFields } from '@shared/grids/peopleFields';
import { maskDocument, maskName, maskPhone } from '@shared/mask';
import type { Address } from '@shared/roster/address';
import { keyGroupWord } from '@shared/roster/keyGroups';
import type { Context } from '../../context';
import { dataKeyId } from '../../platform/sealing';
import { type DwellingDoc, openResident, type PersonFields, type ResidentDoc } from '../../roster';
import { documentKindWord, relationWord, residenceWord, sexWord } from '../import/words';
import type { Roster } from './collectRoster';
import type { MadeSheet } from './madeSheet';

/** The columns in the order of the workbook that offices keep; the address in its parts, not in one column. */
export const peopleFieldsWritten = peopleFields.filter((field) => field !== 'address');
type Cells = Partial<Record<PeopleField, string>>;
const keysAtOnce = 1000;

/** A row for each person and each empty dwelling, door by door. */
export async function peopleSheet(ctx: Context, roster: Roster, isMasked: boolean): Promise<MadeSheet> {
  const opened = await openAll(ctx, roster.residents);
  const rows = roster.dwellings.flatMap((dwelling) => {
    const households = roster.householdsAt.get(String(dwelling._id)) ?? [];
    const people = households.flatMap(({ _id }) => roster.peopleOf.get(String(_id)) ?? []);
    const address = addressCells(dwelling.address);
    if (!people.length) return [{ ...address, residence: emptyWord(dwelling) }];
    return people.map((doc) => ({
      ...address,
      ...personCells(doc, opened.get(String(doc._id)) ?? {}, isMasked),
    }));
  });
  const header = ['序号', ...peopleFieldsWritten.map((field) => peopleColumns[field][0])];
  return {
    sheet: '居民花名册',
    data: [
      header,
      ...rows.map((cells: Cells, i) => [
        String(i + 1),
        ...peopleFieldsWritten.map((field) => cells[field] ?? ''),
      ]),
    ],
  };
}

const emptyWord = ({ tenure }: DwellingDoc): string => (tenure === 'empty' ? '空置' : '');

/** `3` is 3号楼 to its readers; a building with a name of its own keeps it. */
const withWord = (text: string, word: string): string => (/^[0-9A-Za-z]+$/.test(text) ? text + word : text);

const addressCells = ({ estate, building, unit, floor, room }: Address): Cells => ({
  estate,
  building: withWord(building, '号楼'),
  unit: withWord(unit, '单元'),
  floor,
  room,
});

function personCells(doc: ResidentDoc, opened: Partial<PersonFields>, isMasked: boolean): Cells {
  const { document, phone = '', note = '', name = '', keyGroups = [] } = opened;
  const number = document && document.kind !== 'none' ? document.number : '';
  return {
    name: isMasked ? maskName(doc.surname) : name,
    relation: relationWord(doc.relation, doc.sex),
    sex: sexWord(doc.sex),
    documentKind: number && documentKindWord(doc.documentKind),
    documentNumber: isMasked && number ? maskDocument(number) : number,
    phone: isMasked && phone ? maskPhone(phone) : phone,
    residence: residenceWord(doc.residence),
    keyGroups: keyGroups.map((group) => keyGroupWord(group)).join('、'),
    canUsePhone: doc.canUsePhone ? '是' : '否',
    note: isMasked && note ? '**' : note,
  };
}

async function openAll(ctx: Context, residents: ResidentDoc[]): Promise<Map<string, Partial<PersonFields>>> {
  const opened = new Map<string, Partial<PersonFields>>();
  for (let i = 0; i < residents.length; i += keysAtOnce) {
    const some = residents.slice(i, i + keysAtOnce);
    const keys = await ctx.seals.load(some.map(({ _id }) => dataKeyId('roster', _id)));
    for (const doc of some)
      opened.set(String(doc._id), openResident(doc, keys.get(dataKeyId('roster', doc._id))));
  }
  return opened;
}
