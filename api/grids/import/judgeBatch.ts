import type { ImportField } from '@shared/grids/workbookContract';
import { surnameOf } from '@shared/mask';
import { addressKey } from '@shared/roster/address';
import type { Types } from 'mongoose';
import type { Context } from '../../context';
import { type DataKey, type DataKeyId, dataKeyId } from '../../platform/sealing';
import {
  type DwellingDoc,
  type GridPlace,
  openResident,
  type PersonFields,
  type ResidentDoc,
} from '../../roster';
import { compare, isUnsaid, type Values, valuesOf } from './compare';
import { type MatchedBatch, matchBatch } from './matchBatch';
import type { PlannedHousehold, PlannedPerson } from './planRoster';
import type { RefusedRow } from './readPerson';

export interface Verdict {
  planned: PlannedPerson;
  householdId: Types.ObjectId;
  place: GridPlace;
  file: Values;
  roster: Values;
  /** Null: new to the roster. */
  known: { doc: ResidentDoc; opened: Partial<PersonFields>; key: DataKey } | null;
  changed: ImportField[];
  kept: ImportField[];
  /** Blind hashes of what the file says where they are not kept yet. */
  imported: Record<string, string>;
}
export interface JudgedBatch extends MatchedBatch {
  verdicts: Verdict[];
  refused: RefusedRow[];
}

/** What a file would do to the people of a batch. Reads only: a preview and an import ask the same. */
export async function judgeBatch(
  ctx: Context,
  communityId: Types.ObjectId,
  batch: PlannedHousehold[],
  around: Parameters<typeof matchBatch>[3] & { preferFile: boolean },
): Promise<JudgedBatch> {
  const matched = await matchBatch(ctx, communityId, batch, around);
  const keys = await ctx.seals.load([...matched.known.values()].map(({ _id }) => dataKeyId('roster', _id)));
  const judged: JudgedBatch = { ...matched, verdicts: [], refused: [] };
  for (const [i, { people, address }] of batch.entries()) {
    const place = around.dwellings.get(addressKey(address)) as DwellingDoc;
    for (const planned of people) {
      const verdict = judge(
        ctx,
        {
          communityId,
          planned,
          householdId: matched.stays.get(planned) ?? (matched.householdIds[i] as Types.ObjectId),
          place,
        },
        {
          doc: matched.known.get(planned),
          keys,
          preferFile: around.preferFile,
        },
      );
      if ('code' in verdict) judged.refused.push(verdict);
      else judged.verdicts.push(verdict);
    }
  }
  return judged;
}

interface Placed extends Pick<Verdict, 'planned' | 'householdId' | 'place'> {
  communityId: Types.ObjectId;
}

function judge(
  ctx: Context,
  { communityId, planned, householdId, place }: Placed,
  {
    doc,
    keys,
    preferFile,
  }: { doc: ResidentDoc | undefined; keys: Map<DataKeyId, DataKey>; preferFile: boolean },
): Verdict | RefusedRow {
  const file = valuesOf(planned.person, String(householdId));
  const hashOf = (field: ImportField, value: string) =>
    ctx.blind.lookups(String(communityId), 'import', `${field}:${value}`);
  const key = doc && keys.get(dataKeyId('roster', doc._id));
  if (!doc || !key) {
    return {
      planned,
      householdId,
      place,
      file,
      roster: {},
      known: null,
      changed: [],
      kept: [],
      imported: importedOf(file, hashOf),
    };
  }
  const opened = openResident(doc, key);
  const roster = valuesOf(
    { ...doc, name: '', note: undefined, phone: undefined, ...opened } as never,
    // A household that no file can name: who has left stays away until somebody prefers the file.
    doc.leftAt ? 'left' : String(doc.householdId),
  );
  const base = doc.imported ?? {};
  const isBase = (field: ImportField, value: string) => hashOf(field, value).includes(base[field] ?? '');
  const isSomebodyElse =
    !preferFile &&
    !doc.provisional &&
    surnameOf(file.name ?? '') !== doc.surname &&
    !isBase('name', file.name ?? '');
  if (isSomebodyElse) {
    const { sheet, row, cells } = planned;
    return { sheet, row, cells, path: 'document.number', code: 'document.twice' };
  }
  const isAsImported = (field: ImportField, value: string | undefined) =>
    base[field] ? value !== undefined && isBase(field, value) : isUnsaid(field, value);
  const difference = compare(file, roster, isAsImported, preferFile || doc.provisional);
  const settled = Object.fromEntries(
    Object.entries(file).filter(([field, value]) => {
      return !difference.kept.includes(field as ImportField) && !isBase(field as ImportField, value);
    }),
  );
  return {
    planned,
    householdId,
    place,
    file,
    roster,
    known: { doc, opened, key },
    ...difference,
    imported: importedOf(settled, hashOf),
  };
}

const importedOf = (
  values: Values,
  hashOf: (field: ImportField, value: string) => string[],
): Record<string, string> =>
  Object.fromEntries(
    (Object.entries(values) as [ImportField, string][]).map(([field, value]) => [
      field,
      hashOf(field, value)[0] as string,
    ]),
  );
