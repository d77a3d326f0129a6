import type { CallOf, ReplyOf } from '@shared/contract';
import { type Contracts, type Operation, routes } from './routes';
import { type Sending, send } from './send';
import { activeMembership, useSession, withToken } from './session';
import { asOneWish } from './wishKeys';

export type Call<O extends Operation> = Partial<CallOf<Contracts[O]>> & { key?: string };

/**
 * Calls an operation by its name; the server has held the reply against its schema. An expired or stale token is renewed once. A wish
 * keeps its key until its answer is known; give a `key` where it outlives this program, as a draft does. Give a token in
 * `as` to act under another identity this once.
 */
export async function call<O extends Operation>(
  operation: O,
  sent: Call<O> = {},
  as?: string,
): Promise<ReplyOf<Contracts[O]>> {
  const route = routes[operation];
  const reach = (sending: Sending) => {
    const ask = (token: string | undefined) => send(route, { ...sending, ...(token && { token }) });
    return as ? ask(as) : withToken(ask);
  };
  const sending = sent as Sending;
  const reply =
    route.needsKey && !sent.key
      ? asOneWish([whoAsks(), operation, sending.params, sending.body], (key) => reach({ ...sending, key }))
      : reach(sending);
  return (await reply) as ReplyOf<Contracts[O]>;
}

const whoAsks = () => activeMembership(useSession.getState().session)?.id;

/** Calls an operation without saying who asks, whoever is signed in: for what nobody signs. */
export async function callAsNobody<O extends Operation>(
  operation: O,
  sent: Call<O> = {},
): Promise<ReplyOf<Contracts[O]>> {
  const route = routes[operation];
  const sending = sent as Sending;
  const reply = route.needsKey
    ? asOneWish(['', operation, sending.body], (key) => send(route, { ...sending, key }))
    : send(route, sending);
  return (await reply) as ReplyOf<Contracts[O]>;
}
