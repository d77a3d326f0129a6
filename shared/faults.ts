import type * as z from 'zod';
import type { FieldCode, FieldError, Params } from './problems';

/** Every issue of a failed parse with its whole path and a code; never with what was typed. Needs `reportInput`. */
export const faultsOf = (error: z.ZodError, prefix = ''): FieldError[] =>
  error.issues.flatMap((issue) => fieldErrors(issue, prefix));

type Issue = z.core.$ZodIssue;

function fieldErrors(issue: Issue, prefix: string): FieldError[] {
  const path = [...(prefix ? [prefix] : []), ...issue.path.map(String)].join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code: 'unknownField' as const }));
  }
  return [{ path: path || 'body', ...codeOf(issue) }];
}

function codeOf(issue: Issue): { code: FieldCode; params?: Params } {
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined ? 'required' : 'type' };
    case 'too_big':
      return {
        code: bySort(issue.origin, 'tooLong', 'tooMany', 'tooBig'),
        params: { maximum: Number(issue.maximum) },
      };
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_value':
      return { code: issue.input === undefined ? 'required' : 'choice' };
    case 'invalid_union':
      return { code: issue.input === undefined ? 'required' : 'choice' };
    case 'custom':
      return { code: (issue.params?.code as FieldCode | undefined) ?? 'format' };
    default:
      return { code: 'format' };
  }
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): { code: FieldCode; params?: Params } {
  const code = bySort(issue.origin, 'tooShort', 'tooFew', 'tooSmall');
  // An emptied text field is a missing one to the person who fills it in.
  if (code === 'tooShort' && issue.minimum === 1) return { code: 'required' };
  return { code, params: { minimum: Number(issue.minimum) } };
}

const bySort = (origin: string, text: FieldCode, list: FieldCode, number: FieldCode): FieldCode =>
  origin === 'string' ? text : origin === 'array' || origin === 'set' ? list : number;
