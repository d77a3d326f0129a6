/** A row with something in it, and the number the spreadsheet shows. Blanks are empty texts. */
export interface SheetRow {
  row: number;
  cells: string[];
}

export interface SheetHead {
  name: string;
  /** The first rows, enough to tell what the sheet is about; merged cells are not filled yet. */
  head: SheetRow[];
}

/** A file as sheets of texts, whatever it was. */
export interface Book {
  sheets: SheetHead[];
  /** All rows of a sheet, merged cells filled downwards. */
  read(sheet: SheetHead): Promise<SheetRow[]>;
}

export const headRows = 60;

/**
 * Marks a number that its spreadsheet could not keep: of more than 15 digits the last are lost, and nobody can say
 * which they were.
 */
export const roundedMark = '≈';

const rounded = /^\d(\.\d+)?E\+?\d{2}$/i;

/** A cell as text: trimmed, of bearable length; `6.10102E+17` is marked as rounded. */
export function cellText(raw: string, maximum: number): string {
  const text = raw.length > maximum ? raw.slice(0, maximum).trim() : raw.trim();
  return rounded.test(text) ? roundedMark + text : text;
}
