import type { recordTest as contract } from '@shared/observation/releaseContract';
import { positiveTells } from '@shared/observation/tests';
import { addDays, dayOf } from '@shared/time';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem, refuseFaults } from '../platform/problem';
import { actOnObservation } from './actOnObservation';
import { presentObservation } from './present';
import { tellAbout } from './tellStep';

/** More than any policy asks for, corrections included. */
const mostTests = 60;

/**
 * Writes down a test; a later line for the same day adds to it, nothing is replaced. A positive one is told at once to worker, health
 * staff and office. Problems: notFound, notAllowed, observation.movedOn, observation.tooManyTests, input.invalid, key.reused.
 */
export async function recordTest(ctx: Context, who: Who, { params, body, once }: Input<typeof contract>) {
  const { seenVersion, ...test } = body;
  const now = ctx.clock.now();
  const doc = await actOnObservation(
    ctx,
    who,
    { id: params.id, action: 'test', seenVersion, once },
    async (seen) => {
      if (seen.tests.length >= mostTests) throw problem('observation.tooManyTests');
      refuseFaults([
        // One that was missed may be made up for; none is taken before its day.
        ...(test.takenOn < addDays(seen.firstDay, test.day - 1)
          ? [{ path: 'takenOn', code: 'day.early' as const }]
          : []),
        ...(test.takenOn > dayOf(now) ? [{ path: 'takenOn', code: 'day.late' as const }] : []),
      ]);
      return { test: { ...test, recordedAt: now, accountId: new Types.ObjectId(who.accountId) } };
    },
    async (taken, session) => {
      const told = { code: 'observation.positive', occasion: 'test', tells: positiveTells } as const;
      if (test.result === 'positive') await tellAbout(ctx, taken, told, session);
    },
  );
  return presentObservation(ctx, who, doc);
}
