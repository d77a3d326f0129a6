import { observationLife } from '@shared/observation/life';
import { errandLife } from '@shared/requests/errandLife';
import { caseLife } from '@shared/requests/lives';
import { leavingLife } from '@shared/returns/leavingLife';
import { returnLife } from '@shared/returns/life';
import { lifeText, linesOf, mutantsOf } from '../kit/lifeText';

/** Domain, section 3.4; what is told stands beside it. */
const returnTable = `
  declared –update→ declared     | declarer verifier |
  declared –confirm→ verified    | verifier          | declarer
  declared –reject→ rejected     | verifier          | declarer
  declared –withdraw→ withdrawn  | declarer          | responsible
  declared –offer→ offered       | verifier          | declarer receiver
  offered –take→ handedOver      | receiver          | declarer responsible
  offered –refuse→ declared      | receiver          | responsible
  verified –end→ ended           | system            |
`;
/** Domain, section 3.3: a leaving ends or transfers what is open; under observation with the worker’s word. */
const leavingTable = `
  asked –agree→ agreed           | system verifier   | reporter
  asked –refuse→ refused         | verifier          | reporter
  asked –withdraw→ withdrawn     | reporter          | responsible
  agreed –withdraw→ withdrawn    | reporter          | responsible
  agreed –askAgain→ asked        | system            | responsible
  agreed –leave→ left            | system            |
`;
/** Domain, section 3.10 and 3.11; what is written down while it goes on leaves the state as it is. */
const observationTable = `
  open –check→ open              | checker           |
  open –test→ open               | reporter          |
  open –approve→ open            | office            |
  open –replan→ open             | office            | household responsible
  open –release→ released        | office            | household responsible
  open –annul→ annulled          | office            | household responsible
  open –refer→ referred          | system            |
  open –transfer→ transferred    | system            |
  referred –test→ referred       | reporter          |
  referred –approve→ referred    | office            |
  referred –return→ open         | reporter          | household responsible
  referred –release→ released    | office            | household responsible
  referred –annul→ annulled      | office            | household responsible
  referred –transfer→ transferred | system           |
`;
/** Domain, section 5; steps are handled or noted, what makes the next one by itself can be told to stop, and what nobody signed is added to. */
const caseTable = `
  raised –acknowledge→ acknowledged     | responsible                 | household
  raised –note→ raised                  | area duty health leader office responsible |
  raised –take→ raised                  | duty health leader office   | household
  raised –reassign→ raised              | leader office               | household responsible
  acknowledged –handle→ handling        | responsible                 |
  acknowledged –note→ acknowledged      | area duty health leader office responsible |
  acknowledged –take→ acknowledged      | duty health leader office   | household
  acknowledged –reassign→ acknowledged  | leader office               | household responsible
  handling –handle→ handling            | responsible                 |
  handling –note→ handling              | area duty health leader office responsible |
  handling –take→ handling              | duty health leader office   | household
  handling –reassign→ handling          | leader office               | household responsible
  handling –close→ closed               | responsible                 | household
  raised –withdraw→ closed              | raiser                      | responsible
  acknowledged –withdraw→ closed        | raiser                      | responsible
  raised –endRepeat→ raised             | office person responsible   | household responsible
  acknowledged –endRepeat→ acknowledged | office person responsible   | household responsible
  handling –endRepeat→ handling         | office person responsible   | household responsible
  closed –endRepeat→ closed             | office person responsible   | household responsible
  closed –reopen→ raised                | office person               | responsible
  raised –add→ raised                   | author                      | responsible
  acknowledged –add→ acknowledged       | author                      | responsible
  handling –add→ handling               | author                      | responsible
  closed –add→ raised                   | author                      | responsible
`;
/** Domain, section 5; a question about a substitute and its answer, a tick in the shop, and a run it is put into, keep it where it is. */
const errandTable = `
  assigned –accept→ accepted       | leader teamMember volunteer worker | household
  assigned –cancel→ cancelled      | household office            | holder household responsible
  assigned –reassign→ assigned     | leader office               | responsible
  accepted –decline→ assigned      | holder                      | responsible
  accepted –lapse→ assigned        | system                      | responsible
  accepted –ask→ accepted          | holder                      | household
  accepted –answer→ accepted       | household                   | holder
  accepted –mark→ accepted         | holder                      |
  accepted –addToRun→ accepted     | holder                      |
  purchased –addToRun→ purchased   | holder                      |
  accepted –buy→ purchased         | holder                      | household
  accepted –leave→ onTheWay        | holder                      | household
  accepted –cancel→ cancelled      | household office            | holder household responsible
  accepted –reassign→ accepted     | leader office               | holder household
  accepted –handOver→ accepted     | holder                      | holder household
  purchased –pass→ purchased       | holder                      | responsible
  purchased –accept→ purchased     | leader teamMember worker    | household
  purchased –lapse→ purchased      | system                      | responsible
  purchased –leave→ onTheWay       | holder                      | household
  purchased –cancel→ cancelled     | household office            | holder household responsible
  purchased –reassign→ purchased   | leader office               | holder household
  purchased –handOver→ purchased   | holder                      | holder household
  onTheWay –deliver→ delivered     | holder                      | household
  onTheWay –confirm→ closed        | household                   |
  onTheWay –nobodyHome→ purchased  | holder                      | household responsible
  onTheWay –nobodyHome→ accepted   | holder                      | household responsible
  onTheWay –reassign→ onTheWay     | leader office               | holder household
  onTheWay –handOver→ onTheWay     | holder                      | holder household
  delivered –confirm→ closed       | household                   |
  delivered –lapse→ closed         | system                      |
  delivered –object→ assigned      | household leader office     | holder responsible
  delivered –ring→ delivered       | leader office               |
  delivered –vouch→ closed         | leader office               |
`;
const tables = [
  ['a case', caseLife, caseTable],
  ['an errand', errandLife, errandTable],
  ['an observation', observationLife, observationTable],
  ['a return', returnLife, returnTable],
  ['a leaving', leavingLife, leavingTable],
] as const;

describe.each(tables)('the table of %s', (_name, life, text) => {
  it('is the one of the domain, row by row', () => {
    expect(lifeText(life)).toEqual(linesOf(text));
  });

  it('with one row changed in any way is another table', () => {
    const mutants = mutantsOf(life);
    expect(mutants.length).toBeGreaterThan(50);
    const unseen = mutants.filter((mutant) => String(lifeText(mutant)) === String(linesOf(text)));
    expect(unseen.map(({ name }) => name)).toEqual([]);
  });
});
