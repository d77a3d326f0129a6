import findMyWay from 'find-my-way';
import type { Context as Http, Middleware } from 'koa';
import compress from 'koa-compress';
import { Problem } from './problem';

type Params = Record<string, string | undefined>;
export type Serve = (http: Http, params: Params) => unknown;

/** What is served under which path; `:id` stands for a part of it. */
export interface Routes {
  on(method: string, path: string, serve: Serve): void;
  /** Serves what is asked for, or leaves it to the next. Problem: methodNotAllowed. */
  middleware: Middleware;
}

/** What fits into a few packets gains nothing by it and waits for it. */
const threshold = 4096;
export const compressed = compress({ threshold, br: false });
const isSmall = (body: unknown): boolean => typeof body === 'string' && body.length < threshold;
const nothingMore = async (): Promise<void> => undefined;

/** A tree of paths: a hundred operations are not tried one after the other. */
export function createRoutes(): Routes {
  const tree = findMyWay({ ignoreTrailingSlash: true });
  const methods = new Set<string>();
  const find = (method: string, path: string) => tree.find(method as findMyWay.HTTPMethod, path);
  return {
    on(method, path, serve) {
      methods.add(method);
      tree.on(method as findMyWay.HTTPMethod, path, () => undefined, serve);
    },
    async middleware(http, next) {
      const found = find(http.method === 'HEAD' ? 'GET' : http.method, http.path);
      if (!found) {
        const allowed = [...methods].filter((method) => find(method, http.path));
        if (allowed.length) throw new Problem('methodNotAllowed', {}, [], { Allow: allowed.join(', ') });
        return next();
      }
      await (found.store as Serve)(http, found.params);
      if (!isSmall(http.body)) await compressed(http, nothingMore);
    },
  };
}
