/** The database went away, hangs, or is on its way down or up: the same request will do later. */
export const isDown = (error: unknown): boolean => {
  const { name = '', code, errorResponse } = error as Failure;
  return (
    /^(Mongo|Mongoose)?(Network|ServerSelection|ServerClosed|NotConnected|Topology|Pool|WaitQueue|OperationTimeout|StalePrimary|ExpiredSession|Transaction|WriteConcern)/.test(
      name,
    ) ||
    downCodes.includes(code as never) ||
    passing.some((label) => labelsOf(error).has(label)) ||
    // A write of many has a name of its own, and in it the failure that stopped it.
    (errorResponse instanceof Error && isDown(errorResponse))
  );
};
interface Failure {
  name?: string;
  code?: unknown;
  errorResponse?: unknown;
}
/** What the database itself says may be tried again. */
const passing = ['TransientTransactionError', 'UnknownTransactionCommitResult', 'RetryableWriteError'];
const labelsOf = (error: unknown): Set<string> =>
  new Set((error as { errorLabels?: string[] } | null)?.errorLabels ?? []);
/**
 * Not reached, shutting down or interrupted by it, not the primary (any more), not ready yet after a start, or no longer
 * aware of a session, a snapshot or a cursor from before it; and a wire that broke under a question.
 */
const downCodes = [
  ...[6, 7, 24, 43, 50, 64, 89, 91, 94, 133, 134, 189, 211, 225, 239, 246, 251, 262],
  ...[9001, 10058, 10107, 11600, 11602, 13435, 13436],
  ...['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT'],
];
