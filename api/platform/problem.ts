import { type FieldError, type Params, type ProblemBody, type ProblemCode, problems } from '@shared/problems';

/** A refusal with a name. Thrown by verbs; one middleware turns it into the body of RFC 9457. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Params = {},
    readonly errors: FieldError[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(code);
  }

  get status(): number {
    return problems[this.code].status;
  }
}

export const problem = (code: ProblemCode, params?: Params) => new Problem(code, params);

/** All faulty fields at once. */
export const invalid = (errors: FieldError[]) => new Problem('input.invalid', {}, errors);

/** Throws when there are faults, so that a verb reads as a list of checks. */
export function refuseFaults(faults: FieldError[]): void {
  if (faults.length) throw invalid(faults);
}

export function problemBody(refused: Problem, requestId: string): ProblemBody {
  const { status, title } = problems[refused.code];
  return {
    type: `urn:nuanlin:problem:${refused.code}`,
    title,
    status,
    code: refused.code,
    params: refused.params,
    errors: refused.errors,
    requestId,
  };
}
