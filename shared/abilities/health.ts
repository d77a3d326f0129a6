import type { Rules } from './rules';

/** People with an open case or an open observation, and a week longer (domain, section 2); `healthUntil` is kept where those are. */
export const health: Rules = (may, _rights, here, now) => {
  const inCare = { ...here, healthUntil: { $gt: now } };
  may(['read', 'report', 'reveal'], 'Observation', inCare);
  may(['read', 'report'], 'Slot', inCare);
  may(['read', 'act', 'reveal'], 'Request', inCare);
  may('read', 'Health', here);
  may(['read', 'report'], 'Reading', { ...here, isInCare: true });
  may(['read', 'update'], 'Absence', here);
  may('read', 'Worklist');
};
