import type { ReplyOf } from '@shared/contract';
import type { ProblemBody } from '@shared/problems';
import { Problem, Unreachable } from './problem';
import { type Contracts, type Operation, routes } from './routes';
import { apiBase, pathOf } from './send';
import { withToken } from './session';
import { uuidV7 } from './uuidV7';

interface Sent {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  /** Goes as the field `file`. */
  file?: File;
  /** Give the same again when the same wish is sent again. */
  key?: string;
}

/** Sends one file. Browser only. Throws Problem or Unreachable. */
export async function upload<O extends Operation>(operation: O, sent: Sent): Promise<ReplyOf<Contracts[O]>> {
  const answer = await reached(operation, sent);
  return (await answer.json()) as ReplyOf<Contracts[O]>;
}

/** Fetches a file with the token in its header, never in an address, and hands it to the browser to keep. */
export async function download(operation: Operation, sent: Sent = {}): Promise<void> {
  const answer = await reached(operation, sent);
  const url = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: nameOf(answer) });
  link.click();
  URL.revokeObjectURL(url);
}

/** The name that the server gives a file. */
function nameOf({ headers }: Response): string {
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(headers.get('Content-Disposition') ?? '') ?? [];
  return decodeURIComponent(name);
}

function reached(operation: Operation, { params, query, file, key = uuidV7() }: Sent): Promise<Response> {
  const { method, path } = routes[operation];
  return withToken(async (token) => {
    const body = file && new FormData();
    if (file) body?.append('file', file);
    const answer = await fetch(apiBase + pathOf(path, params, query), {
      method,
      ...(body && { body }),
      headers: { Authorization: `Bearer ${token}`, ...(method === 'POST' && { 'Idempotency-Key': key }) },
    }).catch(() => {
      throw new Unreachable();
    });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => null)) as ProblemBody | null;
    throw problem?.code ? new Problem(problem) : new Unreachable();
  });
}
