/** A sheet of an export: texts by row, the header among them. */
export interface MadeSheet {
  sheet: string;
  data: string[][];
}
