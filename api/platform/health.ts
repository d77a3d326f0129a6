import type { Context } from '../context';
import type { Routes } from './routes';
import { clockIsOff } from './sweep';

/** /healthz: the process lives. /readyz: it can serve, because the database answers and changes are heard. */
export function health(routes: Routes, ctx: Context): void {
  routes.on('GET', '/healthz', (http) => {
    http.body = { ok: true };
  });
  routes.on('GET', '/readyz', async (http) => {
    const database = await answers(ctx);
    const live = ctx.changes.downForSeconds() < 5;
    const clock = database && !(await clockIsOff(ctx));
    http.status = database && live && clock ? 200 : 503;
    http.body = { database, live, clock };
  });
}

async function answers(ctx: Context): Promise<boolean> {
  try {
    await ctx.connection.db?.command({ ping: 1 }, { timeoutMS: 1500 });
    return true;
  } catch {
    return false;
  }
}
