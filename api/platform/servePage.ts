import { send } from '@koa/send';
import type { Middleware } from 'koa';

/** The browser build. Names with a hash in them are kept by the browser for good, the page itself is asked for again. */
export function servePage(folder: string): Middleware {
  return async (http, next) => {
    await next();
    if (!['GET', 'HEAD'].includes(http.method) || http.path.startsWith('/api/')) return;
    if (http.body !== undefined && http.body !== null) return;
    try {
      await send(http, http.path === '/' ? '/index.html' : http.path, {
        root: folder,
        setHeaders: (response, file) => {
          const isHashed = /\.[0-9a-f]{8,}\./.test(file);
          response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      });
    } catch (error) {
      // Not there, or a path that cannot be one: both are nothing to be found.
      if (((error as { status?: number }).status ?? 500) >= 500) throw error;
    }
  };
}
