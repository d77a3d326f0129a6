import type { Zip } from './openZip';
import { readXml } from './readXml';

const path = 'xl/styles.xml';
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
/** Outside of quotes and brackets a date format has years, months or days. */
const isDateFormat = (code: string): boolean => /[ymd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** The numbers of the cell styles that show a date. */
export async function readDateStyles(zip: Zip): Promise<Set<number>> {
  const formats = new Set<number>();
  const styles = new Set<number>();
  if (!zip.has(path)) return styles;
  let isCellStyle = false;
  let style = 0;
  await readXml(zip.text(path), {
    open(name, attributes) {
      if (name === 'numFmt' && isDateFormat(attributes.formatCode ?? ''))
        formats.add(Number(attributes.numFmtId));
      if (name === 'cellXfs') isCellStyle = true;
      if (name !== 'xf' || !isCellStyle) return;
      const id = Number(attributes.numFmtId);
      if (builtIn(id) || formats.has(id)) styles.add(style);
      style += 1;
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return styles;
}

/** The day a spreadsheet counts from 1900 (its leap year that never was included). */
export const dayOfSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
