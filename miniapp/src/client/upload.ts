import type { ContractSpec, ReplyOf } from '@shared/contract';
import type { ProblemBody } from '@shared/problems';
import type * as z from 'zod';
import { Problem, Unreachable } from './problem';
import { apiBase, pathOf } from './send';
import { withToken } from './session';
import { uuidV7 } from './uuidV7';

/** Sends one file as the field `file`. Browser only. Throws Problem or Unreachable. */
export async function upload<C extends ContractSpec>(contract: C, file: File): Promise<ReplyOf<C>> {
  const body = new FormData();
  body.append('file', file);
  const key = uuidV7();
  const answer = await reached(contract.path, (token) => ({
    method: contract.method,
    body,
    headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': key },
  }));
  return (contract.reply as z.ZodType).parse(await answer.json()) as ReplyOf<C>;
}

/** Fetches a file with the token in its header, never in an address, and hands it to the browser to keep. */
export async function download(
  contract: ContractSpec,
  params: Record<string, string>,
  name: string,
): Promise<void> {
  const answer = await reached(pathOf(contract.path, params, undefined), (token) => ({
    headers: { Authorization: `Bearer ${token}` },
  }));
  const url = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

const reached = (path: string, request: (token: string | undefined) => RequestInit): Promise<Response> =>
  withToken(async (token) => {
    const answer = await fetch(apiBase + path, request(token)).catch(() => {
      throw new Unreachable();
    });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => null)) as ProblemBody | null;
    throw problem?.code ? new Problem(problem) : new Unreachable();
  });
