import { caseKindsSeenBy } from '../requests/kinds';
import type { Rules } from './rules';

/** What somebody wants to say to a counsellor, its text included (domain, section 2). */
export const counsellor: Rules = (may, _rights, here) => {
  may(['read', 'act', 'reveal'], 'Request', { ...here, kind: { $in: caseKindsSeenBy('counsellor') } });
  may(['read', 'update'], 'Absence', here);
  may('read', 'Worklist');
};
