import type { SlotView } from '@shared/schedules/contract';
import { keep } from '../phoneStore';
import { queryClient } from '../queryClient';
import { putSlots } from './readings';

jest.mock('../call', () => ({ call: () => undefined }));
jest.mock('../phoneStore', () => ({ keep: jest.fn() }));
jest.mock('./temperatures', () => ({ owedName: (id: string) => `owed:${id}` }));

const slot = (id: string, state: string) => ({ id, state, observationId: 'o' }) as unknown as SlotView;

it('what has arrived stands in every list and on the phone', () => {
  const owedKey = ['slot', 'owed', 'home', '2026-11-22'];
  queryClient.setQueryData(owedKey, [slot('a', 'open'), slot('b', 'open')]);
  queryClient.setQueryData(['slot', 'o'], { items: [slot('a', 'open')], next: null });
  queryClient.setQueryData(['slot', 'owed', 'elsewhere', '2026-11-22'], [slot('c', 'open')]);

  putSlots([slot('a', 'done')], { accountId: 'me', householdId: 'home' });

  const owed = [slot('a', 'done'), slot('b', 'open')];
  expect(queryClient.getQueryData(owedKey)).toEqual(owed);
  expect(queryClient.getQueryData(['slot', 'o'])).toEqual({ items: [slot('a', 'done')], next: null });
  expect(queryClient.getQueryData(['slot', 'one', 'a'])).toEqual(slot('a', 'done'));
  expect(keep).toHaveBeenCalledTimes(1);
  expect(keep).toHaveBeenCalledWith('me', 'owed:home', owed);
});
