import type { issuePasswords as contract, Skipped, Slip } from '@shared/accounts/slipsContract';
import {
  type Issue,
  type Issued,
  issueOf,
  issueOneTimes,
  type WithoutWayIn,
  withoutWayIn,
} from '../../accounts';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { refuseOtherBody } from '../../platform/idempotency';
import { presentStaff } from './presentStaff';

/** Hashing takes long on purpose; so many fit well into a second. */
const portionSize = 20;

type In = Input<typeof contract>;

/**
 * One-time passwords for the next twenty who serve and have not come in yet; whoever may not be let in from here is
 * named with the reason. A repeat of the request answers the same passwords. Problem: key.reused.
 */
export async function issuePasswords(ctx: Context, who: Who, { body, once }: In) {
  const issue = issueOf(ctx, who, once);
  const people = await withoutWayIn(ctx, who);
  for (const { credential } of people)
    if (credential?.made?.key === issue.made.key) refuseOtherBody(credential.made, once);
  const meant = people.filter((one) => one.state === body.which || isOf(issue, one));
  const { portion, rest } = split(meant.filter((one) => !body.after || String(one.accountId) > body.after));
  const issued = await issueOneTimes(ctx, issue, portion);
  return {
    ...(await present(ctx, who.membership?.communityId ?? '', portion, issued)),
    left: rest.filter(({ refusal }) => !refusal).length,
    next: rest.length ? String(portion.at(-1)?.accountId) : null,
  };
}

/** Let in by this same request, whose reply was lost. */
const isOf = ({ made }: Issue, { credential }: WithoutWayIn): boolean => credential?.made?.key === made.key;

/** Up to the twentieth who may be let in, with all who may not be on the way; the last portion takes the others too. */
function split(people: WithoutWayIn[]) {
  const open = people.flatMap(({ refusal }, i) => (refusal ? [] : [i]));
  const end = open.length > portionSize ? (open[portionSize] as number) : people.length;
  return { portion: people.slice(0, end), rest: people.slice(end) };
}

async function present(
  ctx: Context,
  communityId: string,
  portion: WithoutWayIn[],
  issued: Awaited<ReturnType<typeof issueOneTimes>>,
): Promise<{ slips: Slip[]; skipped: Skipped[] }> {
  const staff = await presentStaff(
    ctx,
    communityId,
    portion.flatMap(({ members }) => members),
  );
  const slips: Slip[] = [];
  const skipped: Skipped[] = [];
  for (const { accountId } of portion) {
    const id = String(accountId);
    const served = staff.filter((one) => one.accountId === id);
    const { name = '', phone = '' } = served[0] ?? {};
    const got = issued.get(id) as Issued | Skipped['reason'];
    if (typeof got === 'string') skipped.push({ name, reason: got });
    else {
      const posts = served.map(({ role, head, grids }) => ({ role, head, grids: grids.map((g) => g.name) }));
      const { oneTimePassword, expiresAt } = got;
      slips.push({ accountId: id, name, phone, posts, oneTimePassword, expiresAt: expiresAt.toISOString() });
    }
  }
  return { slips, skipped };
}
