import { covid19 } from './illness';
import type { Policy } from './policy';

/** In force for new and demo communities, without an end date. */
export const home14: Policy = {
  id: 'home-14',
  version: 1,
  edition: { zh: '2020 年第一版', en: 'first edition, 2020' },
  phases: [{ place: 'home', days: 14, readingsADay: 2, testDays: [] }],
  coResidents: 'free',
  needsApproval: false,
  illness: covid19,
};
