/**
 * A message gateway for the tests. It checks what a real one has to check: the signature, an old timestamp, and that
 * the same id is one message.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf } from '../../api/platform/messagePort';

const oldestMs = 5 * 60_000;

export interface Delivered {
  id: string;
  to: string;
  template: string;
  params: Record<string, string>;
}

export interface MessageStub {
  url: string;
  /** What reached a telephone: each id once. */
  delivered: Delivered[];
  /** Every request that came, also repeated and refused ones. */
  asked: number;
  /** The next requests are answered so; `lost` delivers and hangs up before the answer. */
  answerNext(...answers: (number | 'lost')[]): void;
  close(): Promise<void>;
}

/** Listens on a free loopback port. */
export async function startMessageStub(secret: string): Promise<MessageStub> {
  const upcoming: (number | 'lost')[] = [];
  const stub = { delivered: [] as Delivered[], asked: 0 };
  const server = createServer(async (request, response) => {
    stub.asked += 1;
    const body = await textOf(request);
    const answer = isSigned(request, body, secret) ? (upcoming.shift() ?? 200) : 401;
    if (answer === 200 || answer === 'lost') deliver(stub.delivered, JSON.parse(body));
    if (answer === 'lost') return request.socket.destroy();
    response.writeHead(answer, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer === 200 ? { reference: `r${stub.delivered.length}` } : {}));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return Object.assign(stub, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    answerNext: (...answers: (number | 'lost')[]) => void upcoming.push(...answers),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function deliver(delivered: Delivered[], message: Delivered): void {
  if (!delivered.some(({ id }) => id === message.id)) delivered.push(message);
}

function isSigned({ headers }: IncomingMessage, body: string, secret: string): boolean {
  const timestamp = String(headers['nuanlin-timestamp']);
  const isFresh = Math.abs(Date.now() - Number(timestamp)) < oldestMs;
  return isFresh && headers['nuanlin-signature'] === signatureOf(secret, timestamp, body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
