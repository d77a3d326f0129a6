import { errandLife, errandStates } from '@shared/requests/errandLife';
import type { ErrandDoc } from '../../api/requests';

/** What is wrong with the life of an errand as its history tells it: one way through the table, one holder at most at every moment. */
export function faultsOf({ _id, history, state, holder, open }: ErrandDoc): string[] {
  const faults: string[] = [];
  const check = (isSo: boolean, fault: string) => isSo || faults.push(`${String(_id)}: ${fault}`);
  let at: string = 'assigned';
  let held: string | null = null;
  for (const { action, from, to, holder: next } of history) {
    check(!from || from === at, `${action} from ${from}, not from ${at}`);
    check((errandStates as readonly string[]).includes(to), `${action} to ${to}`);
    const isKept = action === 'place' || action === 'rung';
    const isInTable = errandLife.rows.some(
      (row) => row.action === action && row.to === to && row.from.includes(from as 'assigned'),
    );
    check(isKept || isInTable, `${action} from ${from} to ${to} is not in the table`);
    check(action !== 'accept' || held === null, 'accepted while somebody held it');
    if (next !== undefined) held = next ? String(next) : null;
    at = to;
  }
  check(at === state, `${state}, not ${at}`);
  check(held === (holder ? String(holder.accountId) : null), 'the holder is not that of the history');
  check(open === !errandLife.ended.includes(state), 'open and over at once');
  return faults;
}
