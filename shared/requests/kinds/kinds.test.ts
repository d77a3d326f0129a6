import { caseLife } from '../lives';
import { caseKindNames, caseKindOf, caseKindsFor, isInVain, kindOf, requestKindNames } from '.';

const kinds = caseKindNames.map(caseKindOf);

describe('the kinds of case', () => {
  it('have words in both languages for all that they name', () => {
    for (const { name, words, fields, steps, outcomes } of kinds) {
      const all = [
        words,
        ...Object.values(fields).flatMap((field) => [
          field.label,
          ...(field.type === 'choice' ? Object.values(field.of) : []),
        ]),
        ...Object.values(steps).flatMap((step) => [step.words, ...Object.values(step.results)]),
        ...Object.values(outcomes),
      ];
      for (const { zh, en } of all) expect([name, zh && en && true]).toEqual([name, true]);
    }
    expect(new Set(requestKindNames.map((name) => kindOf(name).words.zh)).size).toBe(requestKindNames.length);
  });

  it('are answered by somebody who may see them, and who hears when it begins', () => {
    for (const { name, responsibleFrom, seenBy, ladders } of kinds) {
      expect([name, Boolean(seenBy[responsibleFrom as 'worker'])]).toEqual([name, true]);
      const [first] = ladders.raised;
      expect([name, first?.afterMinutes]).toEqual([name, 0]);
      // The search may end with the office and its duty officer: they can always look.
      expect([name, Boolean(seenBy.office && seenBy.leader)]).toEqual([name, true]);
    }
  });

  it('climb past whoever does nothing: nothing stays with one who never looks', () => {
    for (const { name, ladders } of kinds) {
      expect([name, ladders.raised.some(({ moves }) => moves)]).toEqual([name, true]);
      for (const ladder of Object.values(ladders)) expect([name, ladder.length > 0]).toEqual([name, true]);
    }
  });

  it('can be looked into and closed: not every result is in vain, and there is an outcome', () => {
    for (const { name, steps, outcomes } of kinds) {
      const results = Object.values(steps).flatMap(({ results }) => Object.keys(results));
      expect([name, results.some((result) => !isInVain(name, result))]).toEqual([name, true]);
      expect(Object.keys(outcomes)).not.toContain('withdrawn');
      expect([name, Object.keys(outcomes).length > 1]).toEqual([name, true]);
    }
    expect(caseLife.rows.some(({ action }) => action === 'close')).toBe(true);
  });

  it('name one result by one word, so that it means the same in every step of the kind', () => {
    for (const { name, steps } of kinds)
      for (const result of new Set(Object.values(steps).flatMap((step) => Object.keys(step.results)))) {
        const inVain = Object.values(steps).flatMap((step) => step.results[result] ?? []);
        expect([name, result, new Set(inVain.map((one) => Boolean(one.isInVain))).size]).toEqual([
          name,
          result,
          1,
        ]);
      }
  });

  it('that repeat say how often and when by fields of theirs, and are about somebody', () => {
    for (const { repeats, fields, isAboutPerson } of kinds)
      if (repeats) {
        const often = fields[repeats.field];
        expect(often?.type === 'choice' && Object.keys(often.of)).toEqual(
          expect.arrayContaining(Object.keys(repeats.days)),
        );
        expect([fields[repeats.at]?.type, fields[repeats.at]?.optional, isAboutPerson]).toEqual([
          ...['moment', undefined, true],
        ]);
      }
  });

  it('are never taken back where somebody may be in danger, and a fever raises itself', () => {
    expect(kinds.filter(({ mayWithdraw }) => !mayWithdraw).map(({ name }) => name)).toEqual([
      'fever',
      'mentalCrisis',
    ]);
    expect(caseKindOf('fever').raisedBy).toEqual([]);
    expect(caseKindsFor('anybody')).toEqual(['complaint']);
  });
});
