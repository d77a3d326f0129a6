import { downTheStairs } from './stairs';

describe('the way of somebody who goes from door to door', () => {
  it('leads through unit after unit, in each from the top down', () => {
    const order = (unit: number, room: number) =>
      `城南小区|000003|${String(unit).padStart(6, '0')}|${String(room).padStart(6, '0')}`;
    const doors = [order(2, 101), order(1, 502), order(1, 1201), order(2, 602), order(1, 501)];
    expect([...doors].sort(downTheStairs)).toEqual([
      order(1, 1201),
      order(1, 502),
      order(1, 501),
      order(2, 602),
      order(2, 101),
    ]);
  });
});
