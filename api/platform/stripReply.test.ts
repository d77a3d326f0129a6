import { contracts } from '@shared/contracts';
import fc from 'fast-check';
import * as z from 'zod';
import { checkReply } from './checkReply';
import { stripReply } from './stripReply';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`stripped replies: FC_SEED=${seed}\n`));

const Person = z.object({
  id: z.string(),
  phone: z.string().nullable(),
  doors: z.array(z.object({ room: z.string() })).optional(),
  counts: z.record(z.string(), z.number()),
  either: z.union([z.object({ a: z.string() }), z.object({ a: z.string(), b: z.string() }), z.null()]),
});

it('what does not fit loses what nobody declared, at every depth', () => {
  const wrong = {
    id: 7,
    phone: { sealed: 'secret' },
    name: 'secret',
    doors: [{ room: '501', name: 'secret' }, 'x'],
    counts: { a: { deep: 'secret' } },
    either: { a: 'x', c: 'secret' },
    undeclared: 'secret',
  };
  expect(stripReply(Person, wrong)).toEqual({
    id: 7,
    phone: null,
    doors: [{ room: '501' }, 'x'],
    counts: { a: null },
    either: { a: 'x' },
  });
});

it('whatever is put into any reply, no undeclared field comes out', () => {
  const replies = Object.values(contracts).flatMap((contract) => {
    const { reply } = contract as { reply?: z.ZodType | 'file' };
    return reply && reply !== 'file' ? [reply] : [];
  });
  const secret = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constant('secret'),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(
        fc.constantFrom('undeclared', 'items', 'account', 'id', 'returns', 'staff'),
        tie('value'),
      ),
    ),
  })).value;
  fc.assert(
    fc.property(fc.constantFrom(...replies), secret, (reply, value) => {
      expect(JSON.stringify(stripReply(reply, value)) ?? '').not.toContain('"undeclared"');
    }),
    { numRuns: 2000, seed },
  );
});

it('production answers what is declared of a reply that does not fit, and writes down where', () => {
  const noted: unknown[] = [];
  const ctx = { config: { mode: 'production' }, log: { error: (note: unknown) => noted.push(note) } };
  const contract = { operation: 'getPerson', reply: Person };
  const reply = checkReply(ctx as never, contract as never, { id: 7, name: 'secret' });
  expect(reply).toEqual({ id: 7 });
  expect(JSON.stringify(noted)).toMatch(/getPerson.*id invalid_type/);
  expect(JSON.stringify(noted)).not.toContain('secret');
});
