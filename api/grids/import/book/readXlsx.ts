import path from 'node:path/posix';
import { type Book, headRows, type SheetHead } from './book';
import { readDateStyles } from './dateStyles';
import { fillMerged } from './mergedCells';
import { openZip, type Zip } from './openZip';
import { readSheetXml, type SheetTexts } from './readSheetXml';
import { readXml } from './readXml';
import { readSharedTexts } from './sharedTexts';
import { unreadable } from './unreadable';

const workbookPath = 'xl/workbook.xml';

/** Opens a workbook: the first rows of every visible sheet now, a whole sheet when it is asked for. Problem: import.unreadable. */
export async function readXlsx(bytes: Buffer): Promise<Book> {
  const zip = await openZip(bytes);
  if (!zip.has(workbookPath)) throw unreadable('notAWorkbook');
  const texts = { shared: await readSharedTexts(zip), dateStyles: await readDateStyles(zip) };
  const paths = new Map<SheetHead, string>();
  for (const { name, path: at } of await listSheets(zip)) {
    const { rows } = await readSheetXml(zip.text(at), texts, headRows);
    paths.set({ name, head: rows }, at);
  }
  return {
    sheets: [...paths.keys()],
    read: (sheet) => readWhole(zip, texts, paths.get(sheet) as string),
  };
}

async function readWhole(zip: Zip, texts: SheetTexts, at: string) {
  const { rows, merges } = await readSheetXml(zip.text(at), texts);
  fillMerged(rows, merges);
  return rows;
}

/** Names and parts of the sheets that can be seen; a chart has no part with rows. */
async function listSheets(zip: Zip): Promise<{ name: string; path: string }[]> {
  const targets = await readTargets(zip);
  const sheets: { name: string; path: string; isHidden: boolean }[] = [];
  await readXml(zip.text(workbookPath), {
    open(name, attributes) {
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const target = targets.get(id);
      if (!target || !zip.has(target)) return;
      sheets.push({
        name: attributes.name ?? '',
        path: target,
        isHidden: (attributes.state ?? 'visible') !== 'visible',
      });
    },
  });
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  return visible.length ? visible : sheets;
}

async function readTargets(zip: Zip): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readXml(zip.text('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Type, Target }) {
      if (name !== 'Relationship' || !Id || !Target || !Type?.endsWith('/worksheet')) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : path.join('xl', Target));
    },
  });
  return targets;
}
