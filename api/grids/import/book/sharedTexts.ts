import { bookLimits } from './limits';
import type { Zip } from './openZip';
import { readXml } from './readXml';
import { unreadable } from './unreadable';

const path = 'xl/sharedStrings.xml';

/** The texts that cells refer to by number. Readings above the characters (`rPh`) are left out. */
export async function readSharedTexts(zip: Zip): Promise<string[]> {
  const texts: string[] = [];
  if (!zip.has(path)) return texts;
  if (zip.sizeOf(path) > bookLimits.sharedTextBytes)
    throw unreadable('tooLarge', { maximum: bookLimits.sharedTextBytes });
  let text = '';
  let isText = false;
  let isReading = false;
  await readXml(zip.text(path), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    text(piece) {
      if (isText && text.length < bookLimits.cellCharacters) text += piece;
    },
    close(name) {
      if (name === 'si') texts.push(unescapeText(text));
      if (name === 'rPh') isReading = false;
      isText = false;
    },
  });
  return texts;
}

/** `_x000D_` is how a workbook writes characters that XML cannot. */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
