import { noteServerTime, now, useClockJumps } from './clock';

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getStorageSync: () => '', setStorageSync: () => undefined },
}));

const jumps = () => useClockJumps.getState().jumps;
const hears = (aheadMs: number) =>
  noteServerTime({ 'Nuanlin-Now': new Date(Date.now() + aheadMs).toISOString() });

it('a clock of the server that is another is a jump, once; what a reply takes on its way is none', () => {
  hears(500);
  expect(jumps()).toBe(0);
  hears(8 * 3_600_000);
  expect(jumps()).toBe(1);
  hears(8 * 3_600_000 - 700);
  expect(jumps()).toBe(1);
  expect(now().getTime() - Date.now()).toBeGreaterThan(7 * 3_600_000);
});
