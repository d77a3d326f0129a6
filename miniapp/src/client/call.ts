import type { CallOf, ReplyOf } from '@shared/contract';
import { type Contracts, type Operation, routes } from './routes';
import { type Sending, send } from './send';
import { withToken } from './session';
import { uuidV7 } from './uuidV7';

export type Call<O extends Operation> = Partial<CallOf<Contracts[O]>> & { key?: string };

/**
 * Calls an operation by its name; the server has held the reply against its schema. An expired or stale token is renewed once. Give the
 * same `key` again when the same wish is sent again, and a token in `as` to act under another identity this once.
 */
export async function call<O extends Operation>(
  operation: O,
  sent: Call<O> = {},
  as?: string,
): Promise<ReplyOf<Contracts[O]>> {
  const route = routes[operation];
  const sending = { ...(sent as Sending), ...(route.needsKey && { key: sent.key ?? uuidV7() }) };
  const ask = (token: string | undefined) => send(route, { ...sending, ...(token && { token }) });
  return (await (as ? ask(as) : withToken(ask))) as ReplyOf<Contracts[O]>;
}
