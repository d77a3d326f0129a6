import Koa from 'koa';
import { accountEndpoints } from './accounts';
import type { Context } from './context';
import { fileEndpoints, fileWork } from './files';
import { gridEndpoints, gridMoveWork } from './grids';
import { messageWorks, noticeEndpoints } from './notices';
import { observationEndpoints, releaseWork } from './observation';
import { docs } from './platform/docs';
import type { Binding } from './platform/endpoint';
import { health } from './platform/health';
import { measureRequests } from './platform/metrics/measureRequests';
import { serveMetrics } from './platform/metrics/serveMetrics';
import { mountEndpoints } from './platform/mountEndpoints';
import { openapi } from './platform/openapi';
import { refusals } from './platform/refusals';
import { compressed, createRoutes } from './platform/routes';
import { secureHeaders } from './platform/secureHeaders';
import { servePage } from './platform/servePage';
import type { DueWork } from './platform/sweep';
import { groupBuyWork, reconciliationWork, requestEndpoints, requestWork } from './requests';
import { returnEndpoints, returnWorks } from './returns';
import { rosterEndpoints } from './roster';
import { scheduleEndpoints, slotWork } from './schedules';
import { temperatureEndpoints } from './temperatures';
import { worklistEndpoints } from './worklist';

/** Every operation there is. The router, the documents, the authorization tests and the fuzz tests read this list. */
export const bindings: readonly Binding[] = [
  ...accountEndpoints,
  ...noticeEndpoints,
  ...rosterEndpoints,
  ...gridEndpoints,
  ...scheduleEndpoints,
  ...fileEndpoints,
  ...requestEndpoints,
  ...temperatureEndpoints,
  ...observationEndpoints,
  ...returnEndpoints,
  ...worklistEndpoints,
];

/** Every kind of due work the sweep looks after. */
export const dueWorks = [
  ...returnWorks,
  releaseWork,
  requestWork,
  groupBuyWork,
  reconciliationWork,
  fileWork,
  slotWork,
  ...messageWorks,
  gridMoveWork,
] as unknown as DueWork<never>[];

export const version = '0.1.0';

export function createApp(ctx: Context): Koa {
  // Of addresses in the header only the one that the proxy in front has written itself.
  const app = new Koa({ proxy: ctx.config.mode === 'production', maxIpsCount: 1 });
  // Failures are logged where they become an answer, without the texts of people.
  app.silent = true;
  const routes = createRoutes();
  // In production the demo’s operations do not exist, whatever is sent to them.
  const offered = bindings.filter(({ contract }) => ctx.config.mode === 'demo' || !contract.demoOnly);
  // Described when somebody reads it: every start would wait for it.
  let document: string | null = null;
  routes.on('GET', '/openapi.json', (http) => {
    document ??= JSON.stringify(openapi(offered, version));
    http.type = 'application/json';
    http.body = document;
  });
  docs(routes);
  health(routes, ctx);
  serveMetrics(routes, ctx);
  mountEndpoints(routes, ctx, offered);
  app.use(measureRequests(ctx.metrics));
  app.use(refusals(ctx));
  app.use(secureHeaders(ctx.config.staticFolder));
  app.use(routes.middleware);
  if (ctx.config.staticFolder) app.use(compressed).use(servePage(ctx.config.staticFolder));
  return app;
}
