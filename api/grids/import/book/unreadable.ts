import type { UnreadableReason } from '@shared/grids/unreadable';
import type { Params } from '@shared/problems';
import { type Problem, problem } from '../../../platform/problem';

/** The file as a whole cannot be taken, and why; nothing of what is in it. */
export const unreadable = (reason: UnreadableReason, params: Params = {}): Problem =>
  problem('import.unreadable', { reason, ...params });
