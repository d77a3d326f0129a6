import type { Role } from '@shared/accounts/contract';
import type { NoticeView } from '@shared/notices/contract';
import { type PageUrl, pages } from '@/client/pages';

type Place = [page: PageUrl, params?: Record<string, string>];

/** What a household sees on the page of its mandates. */
const ofMandate: NoticeView['code'][] = ['mandate.given', 'mandate.returned'];

/** Where one goes on from a message; null where it says all there is. */
export function pageOf({ code, about, params }: NoticeView, role: Role | undefined): Place | null {
  if (role === 'resident' || !role) return homePageOf(code, about);
  if (role === 'buildingHead') return null;
  const verify: Place = [pages.verify, { id: about.id }];
  if (isOfCase(code, about)) return [pages.case, { id: about.id }];
  if (about.entity === 'request') return [pages.staffErrand, { id: about.id }];
  if (about.entity === 'reconciliation') return [pages.reconciliation, { id: about.id }];
  if (about.entity === 'groupBuy')
    return [code === 'groupBuy.orderFor' ? pages.staffOrder : pages.staffGroupBuys];
  // A message of another day opens that day.
  const ofItsTime = { date: String(params.day), window: String(params.window) };
  const answer: Place | null = role === 'office' ? [pages.handovers] : null;
  switch (code) {
    case 'return.declared':
    case 'return.tipped':
    case 'return.unverified':
    case 'return.refused':
      return verify;
    case 'return.offered':
      return params.door ? null : answer;
    case 'handover.unanswered':
      return answer;
    case 'observation.check':
    case 'observation.leader':
    case 'observation.head':
      return [role === 'office' ? pages.release : pages.check];
    case 'observation.released':
    case 'observation.deliver':
    case 'observation.replanned':
    case 'observation.returned':
    case 'observation.annulled':
    case 'observation.positive':
    case 'observation.died':
      return [pages.observation, { id: about.id }];
    case 'correction.proposed':
      return [pages.corrections];
    case 'temperature.call':
    case 'temperature.leader':
    case 'temperature.missed':
      return [pages.unreported, ofItsTime];
    case 'visit.due':
    case 'visit.leader':
    case 'visit.office':
      return [pages.visits, ofItsTime];
    case 'trash.due':
    case 'trash.leader':
    case 'trash.office':
      return [pages.trash, ofItsTime];
    case 'leaving.withdraw':
    case 'leaving.askAgain':
    case 'leaving.unanswered':
      return [pages.leavings];
    default:
      return null;
  }
}

const isOfErrand = (code: NoticeView['code']): boolean => code.startsWith('errand.');

/** A request that is a case. */
const isOfCase = (code: NoticeView['code'], { entity }: NoticeView['about']): boolean =>
  entity === 'request' && !isOfErrand(code);

/** Of a household: its mandates, the temperatures that are owed, a fever or an errand and how it stands. */
function homePageOf(code: NoticeView['code'], about: NoticeView['about']): Place | null {
  if (ofMandate.includes(code)) return [pages.mandates];
  if (about.entity === 'groupBuy') return [code === 'groupBuy.notOrdered' ? pages.order : pages.groupBuys];
  if (isOfErrand(code)) return [pages.errand, { id: about.id }];
  if (/^(case|crisis)\./.test(code)) return [pages.homeCase, { id: about.id }];
  if (isOfCase(code, about)) return [pages.fever, { id: about.id }];
  return code.startsWith('temperature.') ? [pages.report] : null;
}
