import { faultsOf } from '@shared/faults';
import type * as z from 'zod';
import { invalid } from './problem';

/** Parses or throws one problem with all issues, each with its whole path and a code; never with what was typed. */
export function parse<T extends z.ZodType>(schema: T, value: unknown, prefix = ''): z.infer<T> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalid(faultsOf(parsed.error, prefix));
}
