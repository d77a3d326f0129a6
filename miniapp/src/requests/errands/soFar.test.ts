import type { ErrandStep, ErrandView } from '@shared/requests/errandView';
import { goingOn, happenedTo, leadingHere } from './soFar';

const step = (action: ErrandStep['action'], changes: Partial<ErrandStep> = {}): ErrandStep => ({
  at: '2026-11-22T02:12:00.000Z',
  action,
  by: null,
  text: null,
  result: null,
  amountFen: null,
  evidence: null,
  fileIds: [],
  rung: null,
  ...changes,
});
const wayOf = (...actions: ErrandStep['action'][]) =>
  leadingHere(happenedTo({ steps: actions.map((action) => step(action)), closedBy: null })).map(
    ({ action }) => action,
  );

describe('what happened to an errand', () => {
  it('is told without the first rung, and says by what an errand was closed that nobody answered for', () => {
    const steps = [
      step('place'),
      step('rung', { rung: 'placed' }),
      step('rung', { rung: 'waiting' }),
      step('lapse'),
    ];
    const actions = (closedBy: ErrandView['closedBy']) =>
      happenedTo({ steps, closedBy }).map(({ action }) => action);
    expect(actions(null)).toEqual(['place', 'rung', 'lapse']);
    expect(actions('lapse')).toEqual(['place', 'rung', 'close']);
  });

  it('in a short line is only what led to where it stands', () => {
    expect(wayOf('place')).toEqual([]);
    expect(wayOf('place', 'accept', 'ask', 'answer', 'buy', 'leave')).toEqual(['accept', 'buy', 'leave']);
    expect(wayOf('place', 'accept', 'decline')).toEqual([]);
    expect(wayOf('place', 'accept', 'lapse', 'accept')).toEqual(['accept']);
    expect(wayOf('place', 'accept', 'leave', 'nobodyHome')).toEqual(['accept', 'nobodyHome']);
    expect(wayOf('place', 'accept', 'leave', 'nobodyHome', 'leave')).toEqual(['accept', 'leave']);
    expect(wayOf('place', 'accept', 'buy', 'leave', 'deliver', 'object')).toEqual(['object']);
    expect(wayOf('place', 'accept', 'buy', 'pass', 'accept', 'lapse')).toEqual(['buy']);
  });
});

describe('what is going on', () => {
  const errand = (changes: Partial<ErrandView>) =>
    goingOn({
      ...{ state: 'accepted', kind: 'groceries', question: null, nextTryAt: null },
      holder: { name: '王芳', phone: null, mine: false },
      ...changes,
    });

  it('follows from state, kind, holder, a question and the next try', () => {
    expect(errand({ state: 'assigned', holder: null })).toBe('assigned');
    expect(errand({})).toBe('shopping');
    expect(errand({ kind: 'trash' })).toBe('preparing');
    expect(errand({ question: '换成白菜行吗' })).toBe('question');
    expect(errand({ state: 'purchased' })).toBe('carrying');
    expect(errand({ state: 'purchased', holder: null })).toBe('waitsForCarrier');
    expect(errand({ state: 'purchased', nextTryAt: '2026-11-22T08:00:00.000Z' })).toBe('again');
    expect(errand({ state: 'onTheWay' })).toBe('onTheWay');
    expect(errand({ state: 'delivered' })).toBe('confirming');
    expect(errand({ state: 'closed' })).toBeNull();
    expect(errand({ state: 'cancelled' })).toBeNull();
  });
});
