import type { CaseStep } from '@shared/requests/caseView';
import { seenBy } from './seenBy';

const step = (action: CaseStep['action'], name: string): CaseStep => ({
  ...{ at: '2026-11-22T00:00:00Z', action, step: null, result: null, text: null, fileIds: [], rung: null },
  by: { name, role: 'health' },
});

it('whoever acknowledged it last has seen it, whoever took it since', () => {
  expect(seenBy([])).toBe('');
  expect(seenBy([step('acknowledge', '王医生'), step('take', '李主任')])).toBe('王医生');
  const again = [step('acknowledge', '王医生'), step('close', '王医生'), step('reopen', '')];
  expect(seenBy([...again, step('acknowledge', '赵网格')])).toBe('赵网格');
});
