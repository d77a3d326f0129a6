import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, dueWorks } from './app';
import type { Context } from './context';
import { closeContext, openContext } from './openContext';
import { type Config, readConfig } from './platform/config';
import { openLive } from './platform/live';
import { startSweep } from './platform/startSweep';

export interface Running {
  url: string;
  context: Context;
  stop(): Promise<void>;
}

/** How long a stop waits for requests under way and for phones that answer nothing any more. */
const graceMs = 5000;
/** Longer than a phone or a proxy keeps an idle connection: whoever closes it last is not asked on a closed one. */
const keepAliveMs = 75_000;

/**
 * Config → context → listen. `prepare` runs before anybody is let in. Rejects with EADDRINUSE when the port is taken.
 */
export async function serve(
  config: Config,
  prepare: (context: Context) => Promise<void> = async () => undefined,
): Promise<Running> {
  const context = await openContext(config);
  const server = createServer({ keepAliveTimeout: keepAliveMs }, createApp(context).callback());
  const live = openLive(context, server);
  try {
    await prepare(context);
    await listen(server, config);
  } catch (error) {
    await closeContext(context);
    throw error;
  }
  const sweep = startSweep(context, dueWorks);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    context,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      live.close();
      server.closeIdleConnections();
      const impatient = setTimeout(() => {
        live.terminate();
        server.closeAllConnections();
      }, graceMs);
      await sweep.stop();
      await closed;
      clearTimeout(impatient);
      await closeContext(context);
    },
  };
}

const listen = (server: Server, { host, port }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });

async function main(): Promise<void> {
  const { default: closeWithGrace } = await import('close-with-grace');
  const running = await serve(readConfig(process.env));
  running.context.log.info({ url: running.url }, 'listening');
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) running.context.log.error({ name: err.name }, 'stopping after a failure');
    await running.stop();
  });
}

if (require.main === module) {
  main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
