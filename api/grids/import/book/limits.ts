/** What one file may cost. Beyond it the file is refused by name, before memory is spent on it. */
export const bookLimits = {
  /** All parts of a workbook, unpacked; a million empty formatted rows take about 100 MB and are streamed past. */
  unpackedBytes: 200_000_000,
  /** The texts of a workbook are kept in memory while it is read. */
  sharedTextBytes: 40_000_000,
  parts: 5000,
  /** Rows with something in them; three times the largest community. */
  rows: 60_000,
  columns: 100,
  /** Longer texts are cut here: whatever the field, that is too long already. */
  cellCharacters: 1000,
  merges: 200_000,
} as const;
