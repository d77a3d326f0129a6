/** Picks a loopback port that nobody listens on. */
import { createServer } from 'node:net';

/** The wished port when it is free, else one of the system's choice. */
export async function findFreePort(wished = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && wished) resolve(findFreePort());
      else reject(error);
    });
    server.listen(wished, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
