import * as fc from 'fast-check';
import { type CurvePoint, drawCurve } from './drawCurve';

/** A pen that writes down where it was. */
function pen() {
  const at: [number, number][] = [];
  const shapes: string[] = [];
  const nothing = () => undefined;
  const to = (x: number, y: number) => void at.push([x, y]);
  return {
    at,
    shapes,
    ...{ fillStyle: '', strokeStyle: '', lineWidth: 0, font: '', textAlign: '' },
    ...{ beginPath: nothing, fill: nothing, stroke: nothing, setLineDash: nothing, clearRect: nothing },
    ...{ moveTo: to, lineTo: to, closePath: () => void shapes.push('triangle') },
    arc: (x: number, y: number) => {
      to(x, y);
      shapes.push('dot');
    },
    fillText: (text: string, x: number, y: number) => {
      to(x, y);
      shapes.push(text);
    },
    measureText: nothing as never,
  };
}

const point = fc.record({
  at: fc.date({ min: new Date('2026-11-01'), max: new Date('2026-11-21'), noInvalidDate: true }),
  celsius: fc.integer({ min: 340, max: 430 }).map((tenths) => tenths / 10),
  isMarked: fc.boolean(),
});

describe('the curve of temperatures', () => {
  it('stays on its canvas, and shows each point once, by its shape', () => {
    const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
    process.stdout.write(`curve: FC_SEED=${seed}\n`);
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 240, max: 900 }),
        fc.boolean(),
        (made: CurvePoint[], width, isElder) => {
          const points = [...made].sort((a, b) => a.at.getTime() - b.at.getTime());
          const drawn = pen();
          const height = isElder ? 220 : 160;
          drawCurve(drawn, { width, height }, { points, line: 37.3, lineLabel: '37.3', isElder });
          for (const [x, y] of drawn.at) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(width);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(y).toBeLessThanOrEqual(height);
          }
          const count = (shape: string) => drawn.shapes.filter((one) => one === shape).length;
          expect(count('triangle')).toBe(points.filter(({ isMarked }) => isMarked).length);
          expect(count('dot')).toBe(points.length - count('triangle'));
        },
      ),
      { numRuns: 300, seed },
    );
  });
});
