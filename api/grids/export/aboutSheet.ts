import type { ExportReason } from '@shared/grids/workbookContract';
import { inBeijing } from '@shared/time';
import type { LoadedBook } from '../loadBook';
import type { Roster, RosterFilter } from './collectRoster';
import type { MadeSheet } from './madeSheet';

const reasonWords: Record<ExportReason, string> = {
  correction: '核对更正',
  doorToDoor: '入户走访',
  handOver: '工作交接',
  emergency: '应急处置',
};

interface Made {
  at: Date;
  accountId: string;
  filter: RosterFilter;
  reason: ExportReason | undefined;
}

/** The first sheet: of what, how many, when, by whom and why; a printed list says where it comes from. */
export function aboutSheet(
  book: LoadedBook,
  roster: Roster,
  { at, accountId, filter, reason }: Made,
): MadeSheet {
  const range = [filter.estate, filter.building && `${filter.building}号楼`].filter(Boolean).join(' ');
  return {
    sheet: '说明',
    data: [
      ['社区', book.community.name],
      ['导出时间', inBeijing(at).format('YYYY-MM-DD HH:mm')],
      ['导出人', book.names.get(accountId)?.name ?? ''],
      ['范围', range || '全部'],
      ['人数', String(roster.residents.length)],
      ['房屋数', String(roster.dwellings.length)],
      ['内容', reason ? `原文（${reasonWords[reason]}，已记录）` : '已遮盖，不能再导入人员'],
    ],
  };
}
