import type { SlotView } from '@shared/schedules/contract';
import { owedAt } from './owedAt';

const slot = (id: string, day: string, mayReport: boolean): SlotView => ({
  ...{
    id,
    day,
    mayReport,
    kind: 'temperature',
    door: '',
    residentId: id,
    observationId: null,
    order: '',
    window: 'morning',
  },
  opensAt: `${day}T06:00:00+08:00`,
  dueAt: `${day}T09:30:00+08:00`,
  closesAt: `${day}T12:00:00+08:00`,
  ...{ state: 'open', excused: null, arrivedAfterClose: false, readings: [], visits: [] },
  ...{ collections: [], version: 1 },
  // It was fetched before it opened: nothing could be done then.
  actions: [],
});

it('a slot fetched yesterday is owed without a network, and not of an adult who reports alone', () => {
  const slots = ['2026-11-23', '2026-11-24'].flatMap((day) => [
    slot(`child ${day}`, day, true),
    slot(`adult ${day}`, day, false),
  ]);
  const now = { at: new Date('2026-11-24T07:00:00+08:00'), unsent: new Map<string, number>() };
  const { owed, slots: shown, isOpen } = owedAt(slots, now);
  expect(owed.map(({ id }) => id)).toEqual(['child 2026-11-24']);
  expect([shown.length, isOpen]).toEqual([2, true]);
});

it('past midnight the window that was last is still shown, and what was missed in it is owed', () => {
  const evening = {
    ...slot('evening', '2026-11-23', true),
    ...{ window: 'evening' as const, opensAt: '2026-11-23T16:00:00+08:00' },
    closesAt: '2026-11-23T22:00:00+08:00',
  };
  const slots = [slot('morning', '2026-11-23', true), evening, slot('next', '2026-11-24', true)];
  const now = { at: new Date('2026-11-24T00:10:00+08:00'), unsent: new Map<string, number>() };
  const { owed, isOpen, next } = owedAt(slots, now);
  expect(owed.map(({ id, state }) => [id, state])).toEqual([['evening', 'missed']]);
  expect([isOpen, next?.id]).toEqual([false, 'next']);
});
