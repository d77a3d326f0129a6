import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DemoRole, roles } from '@shared/accounts/contract';
import { bindings } from '../../api/app';
import type { Binding } from '../../api/platform/endpoint';
import type { Answer, Caller, Operation } from '../kit/caller';
import { startCommunity } from '../kit/startCommunity';
import { aims, homeAims, makeVictim, type Victim } from '../kit/victims';

const community = startCommunity();
jest.setTimeout(600_000);

/** The page people read; written by `NUANLIN_TEST_LONG=1 NUANLIN_WRITE_DOCS=1 npx jest --selectProjects node --testPathPatterns whoMayWhat`. */
const page = path.join(__dirname, '../../docs/who-may-what.md');

/** Who asks, and whose things are theirs and whose a neighbour’s: buildings of 城南社区. Each has victims of its own. */
const cast: Record<DemoRole, { number: number; own: number; neighbour: number }> = {
  resident: { number: 3, own: 3, neighbour: 4 },
  worker: { number: 5, own: 5, neighbour: 6 },
  leader: { number: 1, own: 7, neighbour: 30 },
  health: { number: 1, own: 8, neighbour: 9 },
  counsellor: { number: 1, own: 10, neighbour: 11 },
  volunteer: { number: 1, own: 12, neighbour: 13 },
  buildingHead: { number: 1, own: 1, neighbour: 14 },
  property: { number: 1, own: 15, neighbour: 16 },
  office: { number: 1, own: 17, neighbour: 18 },
  street: { number: 1, own: 19, neighbour: 20 },
  newcomer: { number: 1, own: 21, neighbour: 22 },
};
const elsewhere = 40;
const askers = [...roles, 'newcomer'] as DemoRole[];

const isList = (operation: string) => operation.startsWith('list') || operation === 'getWorklist';

type Whose = 'own' | 'neighbour' | 'elsewhere';

/** Whether a text names anything of this victim. */
const names = (text: unknown, victim: Victim): boolean => {
  const json = JSON.stringify(text);
  return Object.values(victim).some((id) => id !== victim.communityId && id !== '' && json.includes(id));
};

/** Whether somebody got through to this victim: an answer about it, or a refusal that only its state or a rule explains. */
function isThrough({ status, code, body }: Answer<unknown>, victim: Victim, isAbout: boolean): boolean {
  if (status >= 500) throw new Error(`answered ${status}`);
  if ([401, 403, 404].includes(status)) return false;
  // A field that names something of another community names nothing.
  if (code === 'input.invalid') return victim !== stranger;
  const { items, results } = (body ?? {}) as { items?: unknown[]; results?: { status: number }[] };
  // In a batch each row answers for itself.
  if (results?.every((row) => row.status === 404)) return false;
  return !items || isAbout || names(items, victim);
}

/** After these nobody is there to ask. */
const endsTheAsker = ['unbindAccount', 'endBindings', 'endMembership', 'resetPassword'];

interface Asked {
  through: Set<string>;
  /** Not refused, and there was nothing of this victim to answer with: a list without them, a hand-over that nobody offered. */
  asked: Set<string>;
}

async function askEverything(caller: Caller, role: DemoRole, victim: Victim): Promise<Asked> {
  const through = new Set<string>();
  const asked = new Set<string>();
  // What ends something comes last: nothing is there to be refused after it.
  const order = ['GET', 'PATCH', 'POST', 'DELETE'];
  const rank = ({ contract }: Binding) =>
    endsTheAsker.includes(contract.operation) ? order.length : order.indexOf(contract.method);
  const inOrder = [...bindings].sort((a, b) => rank(a) - rank(b));
  for (const { contract } of inOrder) {
    const { operation } = contract;
    const aim = (role === 'resident' && homeAims[operation]) || aims[operation];
    const sent = aim?.(victim);
    if (!sent || sent === 'open' || sent === 'own') continue;
    const answer = await caller.calls(operation as Operation, sent as never);
    if (isThrough(answer, victim, 'params' in sent)) through.add(operation);
    else if (answer.status === 200 || answer.status === 404) asked.add(operation);
  }
  return { through, asked };
}

type Reach = Record<Whose, Asked>;
const sign = ({ own, neighbour }: Reach, operation: string): string => {
  const reached = `${own.through.has(operation) ? '○' : ''}${neighbour.through.has(operation) ? '●' : ''}`;
  return reached || (own.asked.has(operation) ? '△' : '');
};

function table(reaches: Map<DemoRole, Reach>): string {
  const rows = bindings.map(({ contract: { operation } }) => {
    const aim = aims[operation]?.({} as Victim);
    if (aim === 'open' || aim === 'own')
      return `| ${operation} | ${aim === 'open' ? 'anybody 任何人' : 'signed in, of oneself 登录后办自己的'} |${' |'.repeat(askers.length)}`;
    const cells = askers.map((role) => sign(reaches.get(role) as Reach, operation));
    return `| ${operation} | | ${cells.join(' | ')} |`;
  });
  return [
    '# Who may what 谁能做什么',
    '',
    'Made by asking the running system every operation as every role, about the own things, a neighbour’s, and another',
    'community’s. ○ of the own household or grids, ● of a neighbour’s too; △ may ask, and there was nothing of these people to answer',
    'with: a list that names nobody of them, something that is not theirs to do it to. Nothing is a refusal. Nobody reaches into',
    'another community. Of the steps of a case a household is asked for the one it has, reopening it.',
    '',
    '用每一种身份去问运行中的系统得来：○ 自己的户或网格，● 本社区别人的也行；△ 可以问，只是没有这些人的内容可答（名单里没有他们，或者那件事',
    '办不到他们身上）；空白就是拒绝；谁也够不着别的社区。处理发热时，住户问的是它能做的那一步：重新打开。',
    '',
    `| | | ${askers.join(' | ')} |`,
    `|---|---|${askers.map(() => ':-:|').join('')}`,
    ...rows,
    '',
  ].join('\n');
}

let stranger: Victim;

describe('every role asks for everything', () => {
  it('what gets through is what the page says, and nothing of another community', async () => {
    stranger = await makeVictim(community, elsewhere);
    const reaches = new Map<DemoRole, Reach>();
    for (const role of askers) {
      const { number, own, neighbour } = cast[role];
      const caller = await community.signIn(role, number);
      reaches.set(role, {
        own: await askEverything(caller, role, await makeVictim(community, own)),
        neighbour: await askEverything(caller, role, await makeVictim(community, neighbour)),
        elsewhere: await askEverything(caller, role, stranger),
      });
    }
    // What is aimed at nobody is done in the own community.
    const isAimed = (operation: string) => names(aims[operation]?.(stranger), stranger);
    const reached = askers.flatMap((role) =>
      [...(reaches.get(role)?.elsewhere.through ?? [])]
        .filter((operation) => isAimed(operation) || isList(operation))
        .map((operation) => `${role} ${operation}`),
    );
    expect(reached).toEqual([]);
    // Also says that everything is aimed well: what is badly formed is refused before anybody is asked who they are.
    expect([...(reaches.get('newcomer')?.own.through ?? [])]).toEqual([]);
    const text = table(reaches);
    if (process.env.NUANLIN_WRITE_DOCS) writeFileSync(page, text);
    expect(text).toBe(readFileSync(page, 'utf8'));
  });
});
