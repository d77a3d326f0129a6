import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface QuietWire {
  /** The same mongod, by way of this wire. */
  uri: string;
  /** From now on nobody answers a change stream; everything else goes on. Resolves when the first question was lost. */
  hush(): Promise<void>;
  speak(): void;
  close(): Promise<void>;
}

/** A wire to mongod that can lose what belongs to change streams, as a broken network does: no error, no answer. */
export async function layQuietWire(mongoUri: string): Promise<QuietWire> {
  const { hostname, port } = new URL(mongoUri);
  const sockets = new Set<Socket>();
  let lost: (() => void) | null = null;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    // One question at a time is on a connection of the driver, in one piece.
    near.on('data', (question) => {
      if (lost && isOfStream(question)) lost();
      else far.write(question);
    });
    far.pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/?directConnection=true`,
    hush: () =>
      new Promise((resolve) => {
        lost = resolve;
      }),
    speak() {
      lost = null;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Opening a stream of a database, or asking it for more. */
const isOfStream = (question: Buffer): boolean =>
  question.includes('$changeStream') || (question.includes('getMore') && question.includes('$cmd.aggregate'));
