import type { ContractSpec } from '@shared/contract';
import type * as z from 'zod';
import type { Context } from '../context';
import { stripReply } from './stripReply';

/**
 * A field nobody declared cannot leave: the reply goes through its schema. A mismatch is our fault: it fails in
 * tests and the demo; in production it is logged (paths only) and what is declared of it is answered.
 */
export function checkReply(ctx: Context, contract: ContractSpec, reply: unknown): unknown {
  const parsed = (contract.reply as z.ZodType).safeParse(reply);
  if (parsed.success) return parsed.data;
  const paths = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`);
  ctx.log.error({ operation: contract.operation, paths }, 'reply does not match its contract');
  if (ctx.config.mode === 'production') return stripReply(contract.reply as z.ZodType, reply);
  throw new Error(`${contract.operation}: reply does not match its contract: ${paths.join(', ')}`);
}
