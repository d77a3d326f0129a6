import { caseSeenBy } from '../kit/cases';
import { observedFamily } from '../kit/observed';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const at = (clock: string) => `2026-11-22T${clock}:00+08:00`;

describe('what stands of a fever', () => {
  it('is what a correction says, in the case and on the list, with the second reading beside it', async () => {
    await community.timeIs(at('10:00'));
    const family = await observedFamily(community, 1);
    const health = await community.signIn('health');
    const slot = await family.slotOf(0, '2026-11-22', 'morning');
    const report = (slotId: string, celsius: number, changes: object = {}) =>
      family.resident.gets('reportReading', {
        params: { id: slotId },
        body: readingAt(community.running.context.clock.now(), celsius, changes),
      });
    const typed = await report(slot.id, 38.6);
    const params = { id: typed.case?.id ?? '' };
    const seen = () => caseSeenBy(health, params.id);
    const listed = async () => {
      const { items } = await family.worker.gets('getWorklist');
      return items.find(({ id }) => id === params.id)?.title.params;
    };
    expect(await listed()).toMatchObject({ celsius: 38.6, isCorrected: false, secondCelsius: null });

    const correctionOf = typed.readings[0]?.id;
    await report(slot.id, 36.8, { correctionOf, reason: 'mistyped' });
    expect((await seen()).readings).toMatchObject([{ celsius: 38.6, corrected: { celsius: 36.8 } }]);
    expect(await listed()).toMatchObject({ celsius: 36.8, isCorrected: true });
    // A correction may be corrected as well; nothing of it ends the case.
    const last = (await family.slotOf(0, '2026-11-22', 'morning')).readings.at(-1);
    await report(slot.id, 36.5, { correctionOf: last?.id, reason: 'mistyped' });
    expect(await seen()).toMatchObject({
      state: 'raised',
      readings: [{ celsius: 38.6, corrected: { celsius: 36.5 } }],
    });

    const { version } = await seen();
    await health.gets('actOnRequest', {
      params: { ...params, action: 'acknowledge' },
      body: { seenVersion: version, input: {} },
    });
    await community.timeIs(at('10:20'));
    await report((await seen()).secondReading?.slotId ?? '', 36.9);
    expect((await seen()).secondReading).toMatchObject({ state: 'done', celsius: 36.9 });
    expect(await listed()).toMatchObject({ celsius: 36.5, second: 'done', secondCelsius: 36.9 });

    const before = await seen();
    const { case: joined } = await family.resident.gets('reportExtraReading', {
      params: { id: family.people[0]?.residentId ?? '' },
      body: readingAt(at('10:20'), 37.6),
    });
    expect(joined?.id).toBe(params.id);
    expect(await listed()).toMatchObject({ celsius: 37.6, isCorrected: false });
    const { steps } = await seen();
    expect(steps.map(({ action }) => action).filter((action) => action !== 'rung')).toEqual([
      'raise',
      'correct',
      'correct',
      'acknowledge',
      'join',
    ]);
    // Whoever was about to act learns that it was a reading: nobody of the staff, and not the one who acted last.
    const late = await health.calls('actOnRequest', {
      params: { ...params, action: 'take' },
      body: { seenVersion: before.version, input: {} },
    });
    expect(late.problem).toMatchObject({
      code: 'request.movedOn',
      params: { action: 'join', by: null, role: null },
    });
  });

  it('is a correction of an extra reading as well, a fever among them joins what it corrects', async () => {
    await community.timeIs(at('11:00'));
    const family = await observedFamily(community, 2);
    const params = { id: family.people[0]?.residentId ?? '' };
    const report = (celsius: number, changes: object = {}) =>
      family.resident.gets('reportExtraReading', {
        params,
        body: readingAt(at('11:00'), celsius, changes),
      });
    const { reading, case: opened } = await report(38.8);
    const again = await report(37.8, { correctionOf: reading.id, reason: 'mistyped' });
    expect(again.case?.id).toBe(opened?.id);
    await report(36.4, { correctionOf: again.reading.id, reason: 'measuredWrong' });
    const seen = await caseSeenBy(family.worker, opened?.id ?? '');
    expect(seen.readings).toMatchObject([
      { celsius: 38.8, corrected: { celsius: 36.4 } },
      { celsius: 37.8, corrected: { celsius: 36.4 } },
    ]);
    expect(seen.steps.map(({ action }) => action)).toEqual(['raise', 'correct', 'correct']);
  });
});
