import type { FieldError, Params } from '@shared/problems';
import { Problem } from './problem';

/** Why one row of a batch was refused; anything else is no answer to a row and goes on. */
export function rowProblem(
  error: unknown,
  pathIn: (path: string) => string = (path) => path,
): { status: number; problem: { code: string; params: Params; errors: FieldError[] } } {
  if (!(error instanceof Problem)) throw error;
  const { status, code, params } = error;
  const errors = error.errors.map((fault) => ({ ...fault, path: pathIn(fault.path) }));
  return { status, problem: { code, params, errors } };
}
