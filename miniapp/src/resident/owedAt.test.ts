import type { SlotView } from '@shared/schedules/contract';
import { owedAt } from './owedAt';

const slot = (id: string, day: string, mayReport: boolean): SlotView => ({
  ...{ id, day, mayReport, kind: 'temperature', residentId: id, observationId: null, window: 'morning' },
  opensAt: `${day}T06:00:00+08:00`,
  dueAt: `${day}T09:30:00+08:00`,
  closesAt: `${day}T12:00:00+08:00`,
  ...{ state: 'open', excused: null, arrivedAfterClose: false, readings: [], visits: [], version: 1 },
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
