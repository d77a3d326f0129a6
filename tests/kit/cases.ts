import type { CaseView } from '@shared/requests/caseView';
import type { RequestView } from '@shared/requests/contract';
import type { CaseKindName } from '@shared/requests/kinds';
import type { CaseAction } from '@shared/requests/lives';
import { Types } from 'mongoose';
import type { CaseDoc } from '../../api/requests';
import type { Answer, Caller } from './caller';
import type { OrderBody } from './errands';
import { homeOf } from './mandates';
import type { TestCommunity } from './startCommunity';

/** Of some requests the cases. */
export const onlyCases = (views: readonly RequestView[]): CaseView[] =>
  views.flatMap((view) => (view.life === 'case' ? view : []));

/** A case as somebody sees it. */
export async function caseSeenBy(caller: Caller, id: string): Promise<CaseView> {
  const [found] = onlyCases([await caller.gets('getRequest', { params: { id } })]);
  if (!found) throw new Error('this request is no case');
  return found;
}

/** What somebody says of each kind. */
export const saidOf: Record<Exclude<CaseKindName, 'fever'>, Record<string, unknown>> = {
  feelingUnwell: { what: '头晕', trips: '没有出去过' },
  medicalVisit: {
    ...{ why: 'dialysis', hospital: '市一医院', when: '2026-11-23T08:00:00+08:00' },
    ...{ car: 'community', wheelchair: true, repeat: 'once' },
  },
  mentalSupport: { by: 'phone', what: '睡不着' },
  mentalCrisis: { accompanied: false },
  complaint: { about: 'service', what: '没人送菜' },
  mediation: { about: 'noise', withWhom: '楼上', what: '半夜很吵' },
  suddenEvent: { what: 'water', where: '三楼走廊' },
  hygieneSpot: { where: '三单元后面', what: 'rubbish' },
  gatheringPermit: {
    ...{ what: 'wedding', when: '2026-12-01T11:00:00+08:00', where: '小区会所' },
    ...{ people: 30, fromElsewhere: false },
  },
  correctMyData: { what: 'phone', right: '换了号码' },
  missedReport: { what: 'returned', more: '隔壁昨天回来的' },
  unlistedAddress: { address: '老街 12 号后院' },
};

/** What raises a case of a kind at home: about the resident, unless told otherwise. */
export async function caseOf(
  resident: Caller,
  kind: Exclude<CaseKindName, 'fever'>,
  changes: Partial<OrderBody> = {},
): Promise<OrderBody> {
  const { me } = await homeOf(resident);
  return { kind, about: { residentId: me }, details: saidOf[kind], channel: 'app', ...changes };
}

/** Raises it, and answers the case. */
export async function raises(caller: Caller, body: OrderBody): Promise<CaseView> {
  const [raised] = onlyCases([await caller.gets('placeRequest', { body })]);
  if (!raised) throw new Error('this was an errand');
  return raised;
}

/** The case as it is kept. */
export async function caseDoc(community: TestCommunity, id: string): Promise<CaseDoc> {
  const { connection } = community.running.context;
  const doc = await connection.collection('requests').findOne({ _id: new Types.ObjectId(id) });
  if (!doc) throw new Error('there is no such case');
  return doc as unknown as CaseDoc;
}

/** Takes steps of cases at the version they have now. */
export const actingOnCase =
  (community: TestCommunity) =>
  async (
    caller: Caller,
    id: string,
    action: CaseAction,
    input: Record<string, unknown> = {},
    sent: { seenVersion?: number } = {},
  ): Promise<Answer<CaseView>> => {
    const seenVersion = sent.seenVersion ?? (await caseDoc(community, id)).version;
    const answer = await caller.calls('actOnRequest', {
      params: { id, action },
      body: { seenVersion, input },
    });
    return answer as Answer<CaseView>;
  };
