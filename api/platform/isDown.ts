/** The database went away, hangs, or is on its way down or up: the same request will do later. */
export const isDown = (error: unknown): boolean => {
  const { name = '', code } = error as { name?: string; code?: unknown };
  return (
    /^(Mongo|Mongoose)?(Network|ServerSelection|ServerClosed|NotConnected|Topology|Pool|WaitQueue|OperationTimeout|StalePrimary)/.test(
      name,
    ) ||
    downCodes.includes(code as never) ||
    passing.some((label) => labelsOf(error).has(label))
  );
};
/** What the database itself says may be tried again. */
const passing = ['TransientTransactionError', 'UnknownTransactionCommitResult', 'RetryableWriteError'];
const labelsOf = (error: unknown): Set<string> =>
  new Set((error as { errorLabels?: string[] } | null)?.errorLabels ?? []);
/** Shutting down, interrupted by it, or not the primary (any more); and a wire that broke under a question. */
const downCodes = [
  6,
  7,
  89,
  91,
  134,
  189,
  10107,
  11600,
  11602,
  13435,
  13436,
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
];
