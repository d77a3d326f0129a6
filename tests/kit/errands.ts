import type { CallOf } from '@shared/contract';
import type { contracts } from '@shared/contracts';
import type { ErrandAction } from '@shared/requests/errandLife';
import type { ErrandView } from '@shared/requests/errandView';
import { Types } from 'mongoose';
import type { ErrandDoc } from '../../api/requests';
import type { Answer, Caller } from './caller';
import { homeOf } from './mandates';
import type { TestCommunity } from './startCommunity';

export type OrderBody = CallOf<typeof contracts.placeRequest>['body'];

export const groceries = {
  lines: [
    { item: '鸡蛋', quantity: 1, unit: '板', substitute: true },
    { item: '青菜', quantity: 2, unit: '斤', substitute: false },
  ],
  budgetFen: 6000,
};

/** Groceries for the household of a resident, unless told otherwise. */
export async function orderOf(resident: Caller, changes: Partial<OrderBody> = {}): Promise<OrderBody> {
  const { id } = await homeOf(resident);
  return {
    ...{ kind: 'groceries', about: { householdId: id }, details: groceries, channel: 'app', note: '放门口' },
    ...changes,
  };
}

/** Orders it, and answers the errand. */
export async function orders(caller: Caller, body: OrderBody): Promise<ErrandView> {
  const placed = await caller.gets('placeRequest', { body });
  if (placed.life !== 'errand') throw new Error('this was a case');
  return placed;
}

/** The errand as it is kept. */
export async function errandDoc(community: TestCommunity, id: string): Promise<ErrandDoc> {
  const { connection } = community.running.context;
  const doc = await connection.collection('requests').findOne({ _id: new Types.ObjectId(id) });
  if (!doc) throw new Error('there is no such errand');
  return doc as unknown as ErrandDoc;
}

/** Takes steps of errands at the version they have now. */
export const acting =
  (community: TestCommunity) =>
  async (
    caller: Caller,
    id: string,
    action: ErrandAction,
    input: Record<string, unknown> = {},
    sent: { key?: string; seenVersion?: number } = {},
  ): Promise<Answer<ErrandView>> => {
    const seenVersion = sent.seenVersion ?? (await errandDoc(community, id)).version;
    const answer = await caller.calls('actOnRequest', {
      params: { id, action },
      body: { seenVersion, input },
      ...(sent.key && { key: sent.key }),
    });
    return answer as Answer<ErrandView>;
  };

/** An errand as somebody sees it. */
export async function errandSeenBy(caller: Caller, id: string): Promise<ErrandView> {
  const view = await caller.gets('getRequest', { params: { id } });
  if (view.life !== 'errand') throw new Error('this request is no errand');
  return view;
}
