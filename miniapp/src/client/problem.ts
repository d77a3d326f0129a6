import type { FieldError, Params, ProblemBody, ProblemCode } from '@shared/problems';

/** The server refused, with a name. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly params: Params;
  readonly errors: FieldError[];

  constructor(body: Pick<ProblemBody, 'code' | 'params' | 'errors'>) {
    super(body.code);
    this.code = body.code;
    this.params = body.params ?? {};
    this.errors = body.errors ?? [];
  }
}

const busy: ProblemCode[] = ['unavailable', 'internal', 'tooManyRequests'];
/** The server could not look at it just now; of the wish itself nothing is said. */
export const isBusy = ({ code }: Problem): boolean => busy.includes(code);

const forNow: ProblemCode[] = [...busy, 'session.ended', 'session.missing'];
/** Whether the same wish may well be taken a little later; anything else is refused for good. */
export const isForNow = ({ code }: Problem): boolean => forNow.includes(code);

/** Nothing came back: no network, or too slow. The same call may be sent again with the same key. */
export class Unreachable extends Error {}

/** The server failed over this very wish; another one may well get through. */
export class Stumbled extends Unreachable {}
