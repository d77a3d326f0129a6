import type { Act, Subject } from '@shared/abilities';
import type { ContractSpec, InputOf, PutOffOf, ReplyOf } from '@shared/contract';
import type { Context, Who } from '../context';
import type { Once } from './idempotency';
import type { OpenKind } from './limits';

/** What a verb gets besides the context and who acts: validated, and complete. */
export interface Input<C extends ContractSpec> extends InputOf<C> {
  /** Only for POSTs that need an Idempotency-Key. */
  once: Once;
  /** Only for uploads. */
  file: UploadedFile;
  browser: Browser;
}

export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** The cookie side of a session; a mini-program has none. */
export interface Browser {
  isBrowser: boolean;
  refreshCookie: string | undefined;
  setRefreshCookie(token: string | null): void;
}

export interface Download {
  fileName: string;
  type: string;
  bytes: Buffer;
}

export type Reply<C extends ContractSpec> = C['reply'] extends 'file' ? Download : ReplyOf<C> | PutOffOf<C>;

/** Who may call: `anyone`, with a limit by address where it has no other, a signed-in `account` (even one that has to change its password first), or somebody whose membership may do `can`. */
export type Policy<C extends ContractSpec> =
  | { who: 'anyone'; limit?: OpenKind; run(ctx: Context, who: null, input: Input<C>): Promise<Reply<C>> }
  | {
      who: 'account';
      withOneTimePassword?: true;
      run(ctx: Context, who: Who, input: Input<C>): Promise<Reply<C>>;
    }
  | { can: [Act, Subject]; run(ctx: Context, who: Who, input: Input<C>): Promise<Reply<C>> };

export interface Binding {
  contract: ContractSpec;
  policy: Policy<ContractSpec>;
}

/** Binds a contract to who may and to the verb. Data; mountEndpoints, the documents and the tests read it. */
export function endpoint<const C extends ContractSpec>(contract: C, policy: Policy<C>): Binding {
  return { contract, policy: policy as unknown as Policy<ContractSpec> };
}
