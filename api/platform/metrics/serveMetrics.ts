import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context as Http } from 'koa';
import type { Context } from '../../context';
import { problem } from '../problem';
import type { Routes } from '../routes';

/**
 * /metrics in the text form of Prometheus. With a token configured whoever shows it may read; without one only a reader
 * on this machine, and nobody who comes through a proxy.
 */
export function serveMetrics(routes: Routes, ctx: Context): void {
  routes.on('GET', '/metrics', async (http) => {
    if (!mayRead(http, ctx.config.metricsToken)) throw problem('notFound');
    const { registry } = ctx.metrics;
    http.set('Content-Type', registry.contentType);
    http.body = await registry.metrics();
  });
}

function mayRead(http: Http, token: string | null): boolean {
  if (token) return isSame(http.get('Authorization'), `Bearer ${token}`);
  const from = http.req.socket.remoteAddress ?? '';
  return !http.get('X-Forwarded-For') && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(from);
}

/** Takes the same time wherever they differ. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
