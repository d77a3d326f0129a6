import type { Middleware } from 'koa';
import type { Metrics } from './metrics';

/** Times every answer under the name of its operation; whatever is no operation is one line of its own. */
export function measureRequests({ requests }: Metrics): Middleware {
  return async (http, next) => {
    const stop = requests.startTimer();
    await next();
    const { operation = 'other' } = http.state as { operation?: string };
    stop({ operation, status: String(http.status) });
  };
}
