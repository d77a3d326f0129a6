import { Types } from 'mongoose';
import { isDrawn } from './drawn';

describe('the draw of deliveries that are asked about', () => {
  it('is about one in twenty, wherever one begins to count, and never another one the next time', () => {
    const ids = Array.from({ length: 10_000 }, () => new Types.ObjectId());
    for (const step of [1, 2, 4, 5]) {
      const some = ids.filter((_, i) => i % step === 0);
      const drawn = some.filter(isDrawn);
      expect(drawn.length / some.length).toBeGreaterThan(0.03);
      expect(drawn.length / some.length).toBeLessThan(0.07);
      expect(some.filter((id) => isDrawn(String(id)))).toEqual(drawn);
    }
  });
});
