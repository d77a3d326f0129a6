import { unbroken } from './unbroken';

describe('a number', () => {
  it('stays on one line with its measure, and reads as before', () => {
    const kept = unbroken('还差 2 样');
    expect(kept).not.toContain(' ');
    expect(kept.replace(/\s/g, ' ')).toBe('还差 2 样');
  });
});
