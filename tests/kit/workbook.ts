import { type Part, zipOf } from './zip';

/** A number is a number cell, a formula carries what was calculated last, a day is the number behind it, null is a blank. */
export type MadeCell = string | number | null | { formula: string; value: string } | { day: string };
export interface MadeSheet {
  name: string;
  rows: MadeCell[][];
  /** `A2:A4` */
  merges?: string[];
  /** Put behind the rows as it is, for what no writer would write. */
  rawRows?: string;
}

const xmlText = (text: string): string =>
  text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] as string);
const letters = (i: number): string =>
  (i >= 26 ? letters(Math.floor(i / 26) - 1) : '') + String.fromCharCode(65 + (i % 26));
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as a spreadsheet would save it, made cell by cell. `more` adds parts: pictures, bombs. */
export function workbookOf(sheets: MadeSheet[], more: Part[] = []): Buffer {
  const list = sheets
    .map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('');
  const targets = sheets
    .map(
      (_, i) =>
        `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    )
    .join('');
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    [
      'xl/workbook.xml',
      `${head}<workbook ${main} xmlns:r="${relations}"><sheets>${list}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets}</Relationships>`,
    ],
    ['xl/styles.xml', styles],
    ...sheets.map((sheet, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)]),
  ];
  return zipOf([...parts.map(([path, text]) => ({ path, bytes: Buffer.from(text) })), ...more]);
}

/** Style 1 shows a number as a day. */
const styles = `${head}<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
const serialOf = (day: string): number => Date.parse(day) / 86_400_000 + 25_569;

function contentTypes(sheets: number): string {
  const form = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (part: string, type: string) =>
    `<Override PartName="${part}" ContentType="${form}.${type}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, i) =>
    override(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet'),
  );
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${each.join('')}</Types>`;
}

function sheetXml({ rows, merges = [], rawRows = '' }: MadeSheet): string {
  const data = rows.map(
    (cells, i) =>
      `<row r="${i + 1}">${cells.map((cell, j) => cellXml(cell, `${letters(j)}${i + 1}`)).join('')}</row>`,
  );
  const merged = merges.length
    ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    : '';
  return `${head}<worksheet ${main}><sheetData>${data.join('')}${rawRows}</sheetData>${merged}</worksheet>`;
}

function cellXml(cell: MadeCell, at: string): string {
  if (cell === null || cell === '') return `<c r="${at}"/>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'object' && 'day' in cell) return `<c r="${at}" s="1"><v>${serialOf(cell.day)}</v></c>`;
  if (typeof cell === 'object')
    return `<c r="${at}" t="str"><f>${xmlText(cell.formula)}</f><v>${xmlText(cell.value)}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t>${xmlText(cell)}</t></is></c>`;
}
