import { peopleColumns } from '@shared/grids/columns';
import type { PeopleField } from '@shared/grids/peopleFields';
import type { FieldCode } from '@shared/problems';
import writeXlsx from 'write-excel-file/node';
import { neutralise } from './cellText';
import type { RefusedRow } from './readPerson';

/** The reason as the office reads it in the workbook; the screens have their own words for the same codes. */
const reasons: Partial<Record<FieldCode, string>> = {
  'document.format': '证件号码：应为 18 位',
  'document.date': '证件号码：出生日期不存在',
  'document.check': '证件号码：校验位不对，请核对',
  'phone.format': '联系电话：号码不完整',
  'room.missing': '房号：没有填写',
  'building.unknown': '楼栋：不清楚是哪一栋',
  'name.characters': '姓名：有不能用的字符',
  'document.twice': '证件号码：同一号码属于另一个姓名',
  'document.rounded': '证件号码：被存成数字，后几位已丢失，请改为文本重填',
  'person.twoDwellings': '房号：同一个人填在了两处房屋',
  'value.masked': '内容被遮住（**），请填原文',
  required: '姓名：没有填写',
};
const names: Record<string, string> = {
  ...Object.fromEntries(Object.entries(peopleColumns).map(([field, [name]]) => [field, name])),
  'document.number': peopleColumns.documentNumber[0],
};

/** What is kept of a refused row; of older imports without the sheet. */
export type ReturnedRow = Omit<RefusedRow, 'path' | 'sheet'> & { path?: string; sheet?: string };

function reasonOf({ code, path = '', params }: ReturnedRow): string {
  const other = typeof params?.row === 'number' ? `（见${params.sheet ?? ''}第 ${params.row} 行）` : '';
  const name = names[path];
  return (reasons[code] ?? `${name ? `${name}：` : ''}${code === 'tooLong' ? '内容太长' : '请核对'}`) + other;
}

/** The refused rows as they came, the first columns saying why and where they stood, ready to be corrected and imported again. */
export async function refusedWorkbook(rows: readonly ReturnedRow[]): Promise<Buffer> {
  const fields = Object.keys(peopleColumns) as PeopleField[];
  const header = ['退回原因', '原表', '原行', ...fields.map((field) => peopleColumns[field][0])].map(
    (value) => ({
      value,
      fontWeight: 'bold' as const,
    }),
  );
  const data = rows.map((row) =>
    [
      reasonOf(row),
      row.sheet ?? '',
      String(row.row),
      ...fields.map((field) => neutralise(row.cells[field] ?? '')),
    ].map(textCell),
  );
  return await writeXlsx([header, ...data]).toBuffer();
}

/** Everything as text: a telephone keeps its zeros, and a cell that begins with = stays what was typed. */
const textCell = (value: string) => ({ type: String, value, format: '@' }) as const;
