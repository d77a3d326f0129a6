import type { ProblemBody } from '@shared/problems';
import Taro from '@tarojs/taro';
import { noteServerTime } from './clock';
import { Problem, Unreachable } from './problem';
import { noteReach } from './reach';
import type { Route } from './routes';

export const isBrowser = process.env.TARO_ENV === 'h5';
export const apiBase = isBrowser ? '' : TARO_APP_API;
const timeoutMs = 10_000;

export interface Sending {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  key?: string;
  token?: string;
}

/** One request on the wire. Throws Problem when refused, Unreachable when nothing came back. */
export async function send(
  { method, path }: Route,
  { params, query, body, key, token }: Sending,
): Promise<unknown> {
  const answer = await Taro.request({
    url: apiBase + pathOf(path, params, query),
    method: method as 'GET',
    header: {
      'X-Client': isBrowser ? 'h5' : 'weapp',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(key && { 'Idempotency-Key': key }),
    },
    ...(body !== undefined && { data: JSON.stringify(body) }),
    timeout: timeoutMs,
  }).catch((failed: { status?: number }) => {
    // On h5 a refused status may reject; an answer is still an answer.
    if (failed?.status) return failed as unknown as Taro.request.SuccessCallbackResult;
    noteReach(false);
    throw new Unreachable();
  });
  noteReach(true);
  noteServerTime(answer.header);
  if (answer.statusCode === 204) return undefined;
  const isDone = answer.statusCode >= 200 && answer.statusCode < 300;
  // No document: something between here and the server answered in its place.
  if (isDone && answer.data && typeof answer.data === 'object') return answer.data;
  const refusal = typeof answer.data === 'string' ? safeJson(answer.data) : (answer.data as ProblemBody);
  if (refusal?.code) throw new Problem(refusal);
  throw new Unreachable();
}

export function pathOf(path: string, params: Sending['params'], query: Sending['query']): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  if (!pairs.length) return filled;
  return `${filled}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`;
}

function safeJson(text: string): ProblemBody | null {
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return null;
  }
}
