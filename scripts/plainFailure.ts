/** A failure that a person can do something about: it is shown as one line, without a stack. */
export class PlainFailure extends Error {
  override name = 'PlainFailure';
}

/** The one line to show for an error, or undefined when it is a defect that deserves its stack. */
export function plainLine(error: unknown): string | undefined {
  if (error instanceof PlainFailure) return error.message;
  const { code, path, message } = (error ?? {}) as NodeJS.ErrnoException;
  // mongod reports its own full disk in words.
  if (code === 'ENOSPC' || message?.includes('No space left on device'))
    return `The disk is full${path ? ` (writing ${path})` : ''}. Free some space and start again.`;
  if (code === 'EACCES' || code === 'EROFS') return `No permission to write ${path ?? 'here'}.`;
  return undefined;
}
