/** What came of a call about something that is owed; it stays owed. */
export const callResults = ['reached', 'noAnswer', 'wrongNumber'] as const;
export type CallResult = (typeof callResults)[number];
