import { randomUUID } from 'node:crypto';
import type { Middleware } from 'koa';
import type { Context } from '../context';
import { isDown } from './isDown';
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
        ctx.log.error(
          { requestId, problem: refused.code, name, code, place, operation: http.state.operation },
          'request failed',
        );
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
  return isDown(error) ? new Problem('unavailable', {}, [], { 'Retry-After': '2' }) : problem('internal');
}
