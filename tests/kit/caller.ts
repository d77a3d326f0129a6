import type { SessionView } from '@shared/accounts/contract';
import type { CallOf, ReplyOf } from '@shared/contract';
import { needsKey } from '@shared/contract';
import { contracts } from '@shared/contracts';
import type { ProblemBody } from '@shared/problems';
import { uuidV7 } from '../../scripts/seed/uuidV7';

type Contracts = typeof contracts;
export type Operation = keyof Contracts;

export interface Answer<Body> {
  status: number;
  body: Body;
  /** Code of the problem, or null when it went well. */
  code: string | null;
  problem: ProblemBody;
  headers: Headers;
}

type Sent<O extends Operation> = Partial<CallOf<Contracts[O]>> & {
  /** The Idempotency-Key; a fresh one unless told. Null leaves it out. */
  key?: string | null;
  file?: { name: string; bytes: Buffer };
};

/** The same without the operation's own types, for what goes over the wire. */
interface Loose {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  key?: string | null;
  file?: { name: string; bytes: Buffer };
}

/** A person at the API, over HTTP as the mini-program speaks it. */
export interface Caller {
  accountId: string;
  session: SessionView;
  calls<O extends Operation>(operation: O, sent?: Sent<O>): Promise<Answer<ReplyOf<Contracts[O]>>>;
  /** The same, where the answer has to be a good one. */
  gets<O extends Operation>(operation: O, sent?: Sent<O>): Promise<ReplyOf<Contracts[O]>>;
  /** Another token of the same device. */
  refreshes(): Promise<Caller>;
}

export function callerOf(url: string, session?: SessionView): Caller {
  const caller: Caller = {
    accountId: session?.account.id ?? '',
    session: session as SessionView,
    calls: (operation, sent) => send(url, session?.accessToken, operation, (sent ?? {}) as Loose) as never,
    async gets(operation, sent) {
      const answer = await caller.calls(operation, sent);
      if (answer.code) throw new Error(`${operation}: ${answer.status} ${JSON.stringify(answer.problem)}`);
      return answer.body;
    },
    async refreshes() {
      const next = await caller.gets('refreshSession', { body: { refreshToken: session?.refreshToken } });
      return callerOf(url, next);
    },
  };
  return caller;
}

export async function openCaller(
  url: string,
  open: (caller: Caller) => Promise<SessionView>,
): Promise<Caller> {
  return callerOf(url, await open(callerOf(url)));
}

async function send(url: string, token: string | undefined, operation: Operation, sent: Loose) {
  const contract = contracts[operation];
  const params = sent.params ?? {};
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const query = new URLSearchParams(
    Object.entries(sent.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const response = await fetch(`${url}${path}${query.size ? `?${query}` : ''}`, {
    method: contract.method,
    headers: {
      'X-Client': 'weapp',
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(sent.body !== undefined && { 'Content-Type': 'application/json' }),
      ...(needsKey(contract) && sent.key !== null && { 'Idempotency-Key': sent.key ?? uuidV7() }),
    },
    ...bodyOf(sent),
  });
  const isJson = response.headers.get('content-type')?.includes('json');
  const body: unknown = isJson ? await response.json() : Buffer.from(await response.arrayBuffer());
  const problem = body as ProblemBody;
  return {
    status: response.status,
    body,
    problem,
    code: response.ok ? null : problem.code,
    headers: response.headers,
  };
}

function bodyOf(sent: Loose): RequestInit {
  if (sent.file) {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(sent.file.bytes)]), sent.file.name);
    return { body: form };
  }
  return sent.body === undefined ? {} : { body: JSON.stringify(sent.body) };
}
