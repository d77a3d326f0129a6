import type { SlotView } from '@shared/schedules/contract';
import { extraFor } from './extra';

const slot = (residentId: string, state: SlotView['state'], isMine = true) =>
  ({ id: residentId, residentId, state, mayReport: isMine }) as unknown as SlotView;

it('one more is offered of whoever is not asked for now, and may be reported', () => {
  const slots = [
    slot('done', 'done'),
    slot('owed', 'open'),
    slot('closed', 'late', false),
    slot('out', 'excused'),
  ];
  const now = { slots, owed: slots.filter(({ state }) => state === 'open'), next: null };
  expect(extraFor({ ...now, isOpen: true })).toEqual(['done']);
  // What was missed is said with its time; how somebody feels now is another temperature.
  expect(extraFor({ ...now, isOpen: false })).toEqual(['done', 'owed']);
});
