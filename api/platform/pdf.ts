import path from 'node:path';
import type { Paper } from 'pdfmake';

export type { Paper, PaperContent } from 'pdfmake';

/** The one font of all papers; of it only the characters that are used go into a file. */
export const paperFont = 'Noto Sans SC';
const folder = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const fileOf = (weight: string) => path.join(folder, weight, `NotoSansSC_${weight}.ttf`);
const files = { normal: fileOf('400Regular'), bold: fileOf('700Bold') };

/** Loaded with the first paper: it is a fifth of what the API would load to start. */
async function openPdfmake() {
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setFonts({ [paperFont]: files });
  // A paper reads its fonts and nothing else, whatever stands in a text.
  pdfmake.setLocalAccessPolicy((file) => Object.values(files).includes(file));
  pdfmake.setUrlAccessPolicy(() => false);
  return pdfmake;
}

/** An A4 page, or several, as a file. */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  const pdfmake = await openPdfmake();
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [42, 42, 42, 48],
      defaultStyle: { font: paperFont, fontSize: 10, lineHeight: 1.25 },
      ...paper,
    })
    .getBuffer();
}

/** Text inside a drawing. */
export const escapeXml = (text: string): string =>
  text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
