import fc from 'fast-check';
import { passwordFault } from './password';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`passwords: FC_SEED=${seed}\n`));

const who = { login: '13800001234', name: '王小明' };
const codeOf = (password: string) => passwordFault(password, who)?.code;

it.each([
  ['short', 'tooShort'],
  ['elevenchars', 'tooShort'],
  ['13800001234 my phone', 'password.own'],
  ['my00001234yard', 'password.own'],
  ['我是王小明住在三号楼一单元', 'password.own'],
  ['aaaaaaaaaaaaaaaa', 'password.simple'],
  ['abababababababab', 'password.simple'],
  ['123456 for the gate', 'password.simple'],
  ['QWERTYUIOP at home', 'password.simple'],
  ['gate 987654 gate x', 'password.simple'],
])('%s is refused as %s', (password, code) => expect(codeOf(password)).toBe(code));

it.each(['correct horse battery', '三号楼门口的石榴树开花了呢', 'wN7#pLd92kQz'])('%s is taken', (password) =>
  expect(codeOf(password)).toBeUndefined(),
);

it('whatever is taken is long enough and never holds the own name or telephone', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc
      .tuple(fc.string(), fc.constantFrom(who.login, who.name, '00001234'), fc.string())
      .map((x) => x.join('')),
  );
  fc.assert(
    fc.property(texts, (password) => {
      if (codeOf(password)) return;
      expect([...password].length).toBeGreaterThanOrEqual(12);
      for (const own of [who.login, who.name, '00001234']) expect(password).not.toContain(own);
    }),
    { numRuns: 500, seed },
  );
});
