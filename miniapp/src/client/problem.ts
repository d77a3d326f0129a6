import type { FieldError, Params, ProblemBody, ProblemCode } from '@shared/problems';

/** Why something was not taken: the server’s names, and what only a phone can say. */
export type Refusal = ProblemCode | 'phone.full';

/** It was refused, with a name. */
export class Problem extends Error {
  readonly code: Refusal;
  readonly params: Params;
  readonly errors: FieldError[];

  constructor(body: Partial<Pick<ProblemBody, 'params' | 'errors'>> & { code: Refusal }) {
    super(body.code);
    this.code = body.code;
    this.params = body.params ?? {};
    this.errors = body.errors ?? [];
  }
}

const busy: Refusal[] = ['unavailable', 'internal', 'tooManyRequests'];
/** The server could not look at it just now; of the wish itself nothing is said. */
export const isBusy = ({ code }: Problem): boolean => busy.includes(code);

const forNow: Refusal[] = [...busy, 'session.ended', 'session.missing'];
/** Whether the same wish may well be taken a little later; anything else is refused for good. */
export const isForNow = ({ code }: Problem): boolean => forNow.includes(code);

/** Nothing came back: no network, or too slow. The same call may be sent again with the same key. */
export class Unreachable extends Error {}

/** The server failed over this very wish; another one may well get through. */
export class Stumbled extends Unreachable {}
