import { randomUUID } from 'node:crypto';
import type { Middleware } from 'koa';
import type { Context } from '../context';
import { Problem, problem, problemBody } from './problem';

/** The one place where a failure becomes an answer. Unknown failures say nothing but a request id. */
export function refusals(ctx: Pick<Context, 'log'>): Middleware {
  return async (http, next) => {
    const requestId = randomUUID();
    http.set('X-Request-Id', requestId);
    try {
      await next();
      if (http.status === 404 && http.body === undefined) throw problem('notFound');
    } catch (error) {
      const refused = asProblem(error);
      if (refused.code === 'internal' || refused.code === 'unavailable') {
        // The message of an unknown error may carry what somebody typed; its class and place do not.
        const { name, code, stack } = error as { name?: string; code?: unknown; stack?: string };
        const place = stack
          ?.split('\n')
          .filter((line) => line.startsWith('    at '))
          .slice(0, 6);
        ctx.log.error({ requestId, name, code, place, path: http._matchedRoute }, 'request failed');
      }
      const body = problemBody(refused, requestId);
      http.status = body.status;
      http.set(refused.headers);
      http.type = 'application/problem+json';
      http.body = JSON.stringify(body);
    }
  };
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if ([405, 501].includes((error as { status?: number }).status ?? 0)) return problem('methodNotAllowed');
  return isDown(error) ? new Problem('unavailable', {}, [], { 'Retry-After': '2' }) : problem('internal');
}

/** The database went away, hangs, or is on its way down or up: the same request will do later. */
const isDown = (error: unknown): boolean => {
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
