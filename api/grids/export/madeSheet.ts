import writeXlsx from 'write-excel-file/node';
import { neutralise } from '../import/cellText';

/** A sheet that is written: texts by row, the header among them. */
export interface MadeSheet {
  sheet: string;
  data: string[][];
}

/** Every cell is a text: a telephone keeps its zeros, and what begins like a formula stays what somebody typed. */
export const bytesOf = (sheets: MadeSheet[]): Promise<Buffer> =>
  writeXlsx(
    sheets.map(({ sheet, data }) => ({
      sheet,
      data: data.map((row) =>
        row.map((text) => ({ type: String, value: neutralise(text), format: '@' }) as const),
      ),
    })),
  ).toBuffer();
