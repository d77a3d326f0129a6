/** The database went away, hangs, or is on its way down or up: the same request will do later. */
export const isDown = (error: unknown): boolean => {
  const { name = '', code } = error as { name?: string; code?: unknown };
  return (
    /^(Mongo|Mongoose)?(Network|ServerSelection|ServerClosed|NotConnected|Topology|Pool|WaitQueue|OperationTimeout|StalePrimary)/.test(
      name,
    ) || downCodes.includes(code as never)
  );
};
/** Shutting down, interrupted by it, or not the primary (any more); and a wire that broke under a question. */
const downCodes = [
  91,
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
