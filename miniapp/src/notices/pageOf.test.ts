import type { Role } from '@shared/accounts/contract';
import { type NoticeCode, noticeCodes } from '@shared/notices/codes';
import { pages } from '@/client/pages';
import { pageOf } from './pageOf';

const notice = (code: NoticeCode, entity: string) => ({
  id: 'n',
  code,
  params: { door: '3-2-501', day: '2026-11-22', window: 'evening' },
  about: { entity, id: 'a'.repeat(24) },
  madeAt: '2026-11-23T00:00:00Z',
});
const going = (code: NoticeCode, entity: string, role: Role) => pageOf(notice(code, entity), role);
const of = { id: 'a'.repeat(24) };

describe('the way on from a message', () => {
  it('leads to the list of the day and window that it tells of', () => {
    const ofItsTime = { date: '2026-11-22', window: 'evening' };
    for (const code of ['temperature.call', 'temperature.leader', 'temperature.missed'] as const)
      expect(going(code, 'slot', 'worker')).toEqual([pages.unreported, ofItsTime]);
    for (const code of ['visit.due', 'visit.leader', 'visit.office'] as const)
      expect(going(code, 'slot', 'office')).toEqual([pages.visits, ofItsTime]);
  });

  it('leads to the check, to the release, or to the one observation', () => {
    expect(going('observation.check', 'observation', 'worker')).toEqual([pages.check]);
    expect(going('observation.leader', 'observation', 'leader')).toEqual([pages.check]);
    expect(going('observation.head', 'observation', 'office')).toEqual([pages.release]);
    for (const code of ['observation.positive', 'observation.released', 'observation.deliver'] as const)
      expect(going(code, 'observation', 'worker')).toEqual([pages.observation, of]);
  });

  it('leads to the fever for which somebody is to measure again, at work and at home', () => {
    expect(going('secondReading.call', 'request', 'worker')).toEqual([pages.case, of]);
    expect(going('secondReading.again', 'request', 'resident')).toEqual([pages.fever, of]);
  });

  it('leads to what was done without network, to be found out about', () => {
    for (const code of ['errand.reconcile', 'errand.reconcileLate'] as const)
      expect(going(code, 'reconciliation', 'leader')).toEqual([pages.reconciliation, of]);
  });

  it('leads from an errand to how it stands at home, and to the page of whoever carries it', () => {
    for (const code of noticeCodes.filter((one) => one.startsWith('errand.'))) {
      expect(going(code, 'request', 'resident')).toEqual([pages.errand, of]);
      for (const role of ['worker', 'leader', 'office'] as const)
        expect([code, going(code, 'request', role)]).toEqual([code, [pages.staffErrand, of]]);
    }
  });

  it('leads from a group buy to all of them, and to ordering what could not be ordered together', () => {
    expect(going('groupBuy.cancelled', 'groupBuy', 'resident')).toEqual([pages.groupBuys]);
    expect(going('groupBuy.notOrdered', 'groupBuy', 'resident')).toEqual([pages.order]);
    expect(going('groupBuy.tellCancelled', 'groupBuy', 'worker')).toEqual([pages.staffGroupBuys]);
    expect(going('groupBuy.orderFor', 'groupBuy', 'worker')).toEqual([pages.staffOrder]);
  });

  it('leads from any other case to how it stands at home, and to the page of whoever answers for it', () => {
    for (const code of noticeCodes.filter((one) => /^(case|crisis)\./.test(one))) {
      expect(going(code, 'request', 'resident')).toEqual([pages.homeCase, of]);
      for (const role of ['worker', 'counsellor', 'office'] as const)
        expect([code, going(code, 'request', role)]).toEqual([code, [pages.case, of]]);
    }
  });

  it('is there for everything that staff are told of slots, observations and fevers', () => {
    const about: [RegExp, string][] = [
      [/^fever\.|^secondReading\.call/, 'request'],
      [/^temperature\.(call|leader|missed)|^visit\./, 'slot'],
      [/^observation\./, 'observation'],
    ];
    for (const [which, entity] of about)
      for (const code of noticeCodes.filter((one) => which.test(one)))
        expect([code, going(code, entity, 'worker')]).toEqual([code, expect.any(Array)]);
  });
});
