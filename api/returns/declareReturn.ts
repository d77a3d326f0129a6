import { policyAt } from '@shared/observation/policies';
import type { FieldError } from '@shared/problems';
import type { declareReturn as contract } from '@shared/returns/contract';
import type { NamedDeclaration } from '@shared/returns/declaration';
import { journeyFaults, peopleFaults, symptomFaults } from '@shared/returns/rules';
import type { ClientSession, Types } from 'mongoose';
import { communityOf } from '../accounts';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { refuseFaults } from '../platform/problem';
import { beyondMandate } from './beyondMandate';
import { declareParty } from './declareParty';
import { type ReturnDoc, Returns } from './model';
import { namePeople } from './namePeople';
import { declarationKey } from './party';
import { placeDeclaration } from './placeDeclaration';
import { presentReturns } from './present';

const maxRaces = 6;

/**
 * Declares a family’s arrival: one return each person, one party (domain, section 3). A person who is declared already
 * is brought up to date instead. Problems: input.invalid, key.reused, return.declaredElsewhere, return.movedOn.
 */
export async function declareReturn(ctx: Context, who: Who, { body: said, once }: Input<typeof contract>) {
  const place = await placeDeclaration(ctx, who, said);
  refuseFaults(beyondMandate(who, said, place));
  // Looked for before what was said is judged: a reply lost yesterday is not refused today for its old reading.
  const rows = said.people.length;
  const repeated = await findRepeated(ctx, who, place.communityId, once, rows);
  if (repeated.length) return answer(ctx, who, repeated);
  if (!who.membership || who.membership.role === 'resident')
    await ctx.limits.strict('declare', who.accountId);
  const body = { ...said, people: await namePeople(ctx, who, said.people) };
  const community = await communityOf(ctx, place.communityId);
  const policy = policyAt(community.policies, ctx.clock.now());
  refuseFaults(faultsOf(body, policy.illness.symptoms, ctx.clock.now()));
  for (let race = 0; ; race += 1) {
    try {
      const docs = await inTransaction(ctx, async (session) => {
        // Once more among what this transaction sees: of two taps at once the second changes nothing.
        const first = await findRepeated(ctx, who, place.communityId, once, rows, session);
        return first.length ? first : declareParty(ctx, who, { body, once, place, policy }, session);
      });
      return await answer(ctx, who, docs);
    } catch (error) {
      // Somebody declared the same person at the same moment: look again, and join their party.
      if (!isDuplicate(error) || race >= maxRaces) throw error;
    }
  }
}

function faultsOf(body: NamedDeclaration, known: readonly string[], now: Date): FieldError[] {
  return [
    ...journeyFaults(body, now),
    ...peopleFaults(body.people, now),
    ...body.people.flatMap((person, i) => symptomFaults(person.symptoms, `people.${i}.symptoms`, known)),
  ];
}

/** The returns of an earlier arrival of the same request; a batch stands or falls as a whole. */
async function findRepeated(
  ctx: Context,
  who: Who,
  communityId: Types.ObjectId,
  once: Once,
  rows: number,
  session?: ClientSession,
): Promise<ReturnDoc[]> {
  const keys = Array.from({ length: rows }, (_, row) => declarationKey(who, once, row));
  const docs = await Returns(ctx)
    .find({ communityId, 'declarations.key': { $in: keys } })
    .sort({ _id: 1 })
    .session(session ?? null)
    .lean();
  for (const doc of docs) {
    for (const declaration of doc.declarations)
      if (keys.includes(declaration.key)) refuseOtherBody(declaration, once);
  }
  return docs;
}

async function answer(ctx: Context, who: Who, docs: ReturnDoc[]) {
  return { partyId: String(docs[0]?.partyId), returns: await presentReturns(ctx, who, docs) };
}
