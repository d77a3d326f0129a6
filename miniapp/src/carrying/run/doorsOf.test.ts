import type { RunReply } from '@/client/queries/trips';
import { byUnit, doorsOf, passedWith, stayingAt } from './doorsOf';
import { toLeave } from './stepping';

const due = (id: string, actions: string[]) => ({
  ...{ kind: 'delivery' as const, id, version: 2, residentId: null, name: null },
  ...{
    dueAt: '2026-11-22T10:00:00Z',
    title: { code: 'groceries.purchased', params: {} },
    inRun: true,
    nextTryAt: null as string | null,
    actions,
  },
});
const at = (door: string, ...all: ReturnType<typeof due>[]): RunReply['items'][number] => ({
  ...{ householdId: door, door, unit: door.slice(0, 1), floor: door.slice(2, 3), isApart: false, due: all },
});
const items = [at('1-3-1', due('a', ['leave', 'pass'])), at('1-2-1', due('b', ['deliver'])), at('2-1-1')];
const steps = (...all: [string, string[]][]) => new Map(all);

describe('the doors of a trip', () => {
  it('say what is next at each, from the top', () => {
    const doors = doorsOf(items.slice(0, 2), steps());
    expect(doors.map(({ door, isDone, doings }) => [door, isDone, doings[0]?.actions])).toEqual([
      ['1-3-1', false, ['leave', 'pass']],
      ['1-2-1', false, ['deliver']],
    ]);
    const last = { ...at('1-3-1', due('c', ['collect'])), isApart: true };
    const way = byUnit(doorsOf([...items, last], steps()));
    expect(way.map((own) => own.map(({ door }) => door))).toEqual([['1-3-1', '1-2-1'], ['2-1-1'], ['1-3-1']]);
  });

  it('go on without a network: who has left can deliver, and what was delivered is done', () => {
    const [first, second] = doorsOf(items, steps(['a', ['leave']], ['b', ['deliver']]));
    expect(first).toMatchObject({
      isDone: false,
      doings: [{ kept: 'leave', actions: ['deliver', 'nobodyHome'] }],
    });
    expect(second).toMatchObject({ isDone: true, doings: [{ kept: 'deliver', actions: [] }] });
    const [both] = doorsOf(items, steps(['a', ['leave', 'nobodyHome']]));
    expect(both?.isDone).toBe(true);
  });

  it('keep what somebody is typing in its place, also when it is due no more', () => {
    const [first, second] = doorsOf(items.slice(0, 2), steps());
    if (!first || !second) throw new Error('two doors');
    const place = { door: second, index: 1 };
    expect(stayingAt([first], place, 'b')).toEqual([first, second]);
    const other = {
      ...second,
      doings: [{ ...second.doings[0], due: due('x', []) }],
      isDone: true,
    } as typeof second;
    const [, both] = stayingAt([first, other], place, 'b');
    expect([both?.isDone, both?.doings.map((one) => one.due.id)]).toEqual([false, ['x', 'b']]);
    // It is due no more because what was kept of it has arrived.
    const [arrived] = doorsOf(items.slice(1, 2), steps(['b', ['deliver']]));
    if (!arrived) throw new Error('a door');
    expect(stayingAt([], { door: arrived, index: 0 }, 'b')).toMatchObject([{ doings: [{ kept: null }] }]);
  });

  it('are not told of somebody on the way who comes again later', () => {
    const later = { ...due('a', ['leave']), nextTryAt: '2026-11-22T09:00:00Z' };
    const doors = doorsOf([at('1-3-1', later), at('1-2-1', due('b', ['leave']))], steps());
    const idsAt = (time: string) => toLeave(doors, new Date(time)).map(({ id }) => id);
    expect(idsAt('2026-11-22T08:59:00Z')).toEqual(['b']);
    expect(idsAt('2026-11-22T09:00:00Z')).toEqual(['a', 'b']);
  });

  it('stay counted when nothing is due there any more', () => {
    const all = doorsOf(items, steps());
    const before = passedWith([], all.slice(0, 2));
    expect(before.map(({ door }) => door)).toEqual(['1-3-1', '1-2-1']);
    expect(passedWith(before, all.slice(1)).map(({ door }) => door)).toEqual(['1-3-1', '1-2-1', '2-1-1']);
    expect(passedWith(before, all.slice(0, 1))).toBe(before);
  });
});
