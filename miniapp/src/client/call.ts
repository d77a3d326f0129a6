import { type CallOf, type ContractSpec, needsKey, type ReplyOf } from '@shared/contract';
import { contracts } from '@shared/contracts';
import type * as z from 'zod';
import { type Sending, send } from './send';
import { withToken } from './session';
import { uuidV7 } from './uuidV7';

type Contracts = typeof contracts;
export type Call<O extends keyof Contracts> = Partial<CallOf<Contracts[O]>> & { key?: string };

/**
 * Calls an operation by its name; the reply is read by its schema. An expired or stale token is renewed once. Give the
 * same `key` again when the same wish is sent again, and a token in `as` to act under another identity this once.
 */
export async function call<O extends keyof Contracts>(
  operation: O,
  sent: Call<O> = {},
  as?: string,
): Promise<ReplyOf<Contracts[O]>> {
  const contract: ContractSpec = contracts[operation];
  const sending = { ...(sent as Sending), ...(needsKey(contract) && { key: sent.key ?? uuidV7() }) };
  const ask = (token: string | undefined) => send(contract, { ...sending, ...(token && { token }) });
  const reply = await (as ? ask(as) : withToken(ask));
  const schema = contract.reply as z.ZodType | undefined;
  return (schema ? schema.parse(reply) : undefined) as ReplyOf<Contracts[O]>;
}
