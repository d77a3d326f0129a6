import { type GridField, gridColumns } from '@shared/grids/columns';
import { formatScope } from '@shared/grids/scope';
import { maskName, maskPhone, surnameOf } from '@shared/mask';
import { levelWords, roleWords } from '../import/planGrids';
import type { LoadedBook } from '../loadBook';
import type { GridDoc } from '../model';
import type { MadeSheet } from './madeSheet';

const fields = Object.keys(gridColumns) as GridField[];
type Cells = Partial<Record<GridField, string>>;

/** A row for each grid and its person; a grid with a leader and a worker has two. */
export function gridSheet(book: LoadedBook, isMasked: boolean): MadeSheet {
  const codeOf = new Map(book.docs.map(({ _id, code }) => [String(_id), code]));
  const rows = book.docs.flatMap((doc) => {
    const cells: Cells = {
      code: doc.code,
      level: levelWords[doc.level],
      parent: doc.parentId ? (codeOf.get(String(doc.parentId)) ?? '') : '',
      name: doc.name,
      range: formatScope(doc.scope),
    };
    const people = peopleOf(book, doc, isMasked);
    return people.length ? people.map((person) => ({ ...cells, ...person })) : [cells];
  });
  return {
    sheet: '网格划分',
    data: [
      fields.map((field) => gridColumns[field][0]),
      ...rows.map((cells) => fields.map((field) => cells[field] ?? '')),
    ],
  };
}

function peopleOf(book: LoadedBook, { _id }: GridDoc, isMasked: boolean): Cells[] {
  const node = book.grids.get(String(_id));
  return (['leader', 'worker'] as const).flatMap((role) => {
    const seat = role === 'leader' ? node?.leader : node?.primary;
    const person = seat && book.names.get(seat.accountId);
    if (!person) return [];
    const { name, phone } = person;
    return [
      {
        personName: isMasked ? maskName(surnameOf(name)) : name,
        personPhone: isMasked ? maskPhone(phone) : phone,
        role: roleWords[role],
      },
    ];
  });
}
