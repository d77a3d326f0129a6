import type { ReplyOf } from '@shared/contract';
import type { ProblemBody } from '@shared/problems';
import Taro from '@tarojs/taro';
import { Problem, Unreachable } from './problem';
import { type Contracts, type Operation, routes } from './routes';
import { apiBase, isBrowser, pathOf } from './send';
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

/**
 * Fetches a file with the token in its header, never in an address, and hands it to the browser to keep; in a mini-program the phone
 * opens it, to print or to hand on. Throws Problem or Unreachable.
 */
export async function download(operation: Operation, sent: Sent = {}): Promise<void> {
  if (!isBrowser) return openOnPhone(operation, sent);
  const answer = await reached(operation, sent);
  const url = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: nameOf(answer) });
  link.click();
  URL.revokeObjectURL(url);
}

async function openOnPhone(operation: Operation, sent: Sent): Promise<void> {
  const filePath = await fetchToPhone(operation, sent);
  await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true });
}

/**
 * Fetches a picture the same way and answers where it can be shown from; in a browser until `forgetShown` is called for it. Throws
 * Problem or Unreachable.
 */
export async function fetchToShow(operation: Operation, sent: Sent): Promise<string> {
  if (!isBrowser) return fetchToPhone(operation, sent);
  const answer = await reached(operation, sent);
  return URL.createObjectURL(await answer.blob());
}

export const forgetShown = (path: string): void => {
  if (isBrowser) URL.revokeObjectURL(path);
};

function fetchToPhone(operation: Operation, { params, query }: Sent): Promise<string> {
  const { path } = routes[operation];
  return withToken(async (token) => {
    const { statusCode, tempFilePath } = await Taro.downloadFile({
      url: apiBase + pathOf(path, params, query),
      header: { Authorization: `Bearer ${token}`, 'X-Client': 'weapp' },
    }).catch(() => {
      throw new Unreachable();
    });
    if (statusCode !== 200) throw refusalIn(tempFilePath);
    return tempFilePath;
  });
}

/** A refusal is kept as a file like the paper that was asked for. */
function refusalIn(filePath: string): Problem | Unreachable {
  try {
    const problem = JSON.parse(String(Taro.getFileSystemManager().readFileSync(filePath, 'utf8')));
    return problem.code ? new Problem(problem) : new Unreachable();
  } catch {
    return new Unreachable();
  }
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
