/** Why a file as a whole could not be taken: the `reason` of import.unreadable. */
export const unreadableReasons = [
  'empty',
  /** Neither a workbook nor text: a program, a picture, a page. */
  'notAWorkbook',
  'password',
  /** The binary .xls of before 2007. */
  'oldFormat',
  /** More than `maximum` once unpacked, or more than it says it is. */
  'tooLarge',
  'tooManyRows',
  'broken',
  /** No sheet with at least two columns. */
  'noTable',
  /** A column that is needed was neither recognised nor named; `errors` says which. */
  'columns',
] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];
