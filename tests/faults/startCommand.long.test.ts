import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../kit/eventually';
import { fill, mountSmallDisk, unmount, whyNoSmallDisk } from '../kit/smallDisk';
import { accountOf, endHard, type Home, openHome, statusOf } from '../kit/startCommand';

jest.setTimeout(180_000);

let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(async () => {
  await home.killAll();
  unmount(home.data);
  await home.close();
});

const noDisk = whyNoSmallDisk();
if (noDisk) console.warn(`skipped: the full disk (${noDisk})`);

it('a mongod that ends again and again is told in one line, and nothing is left', async () => {
  const started = await home.serves();
  let isOver = false;
  const ended = started.ended.finally(() => {
    isOver = true;
  });
  for (let deaths = 0; !isOver && deaths < 20; deaths++) {
    const killed = home.mongodPid();
    endHard(killed);
    await eventually(home.mongodPid, (pid) => isOver || (pid > 0 && pid !== killed), 60_000);
    await eventually(
      () => statusOf(`${started.url}/readyz`),
      (status) => isOver || status === 200,
      60_000,
    );
    await pause(300);
  }
  const { code, errors } = await ended;
  expect({ code, errors }).toEqual({
    code: 1,
    errors: [expect.stringMatching(/^MongoDB keeps ending; see .*mongod\.log$/)],
  });
  expect(home.leftovers()).toEqual([]);
});

(noDisk ? it.skip : it)('the disk fills while it runs: one line; with space it serves again', async () => {
  mountSmallDisk(home.data, 60);
  const full = { code: 1, errors: [expect.stringMatching(/^The disk is full/)] };
  const started = await home.serves();
  const account = await accountOf(started);
  const free = fill(home.data);
  // Each sign-in is a write; one of them mongod does not survive.
  const asking = (async () => {
    for (;;) {
      await accountOf(started);
      await pause(50);
    }
  })();
  await expect(asking).rejects.toThrow();
  expect(await started.ended).toMatchObject(full);
  expect(home.leftovers()).toEqual([]);
  expect(await home.starts().ended).toMatchObject(full);
  free();
  expect(await accountOf(await home.serves())).toBe(account);
});

(noDisk ? it.skip : it)('the disk is full when it is started again: one line', async () => {
  mountSmallDisk(home.data, 400);
  const started = await home.serves();
  const free = fill(home.data);
  expect(await started.interrupt()).toMatchObject({ code: 0, errors: [] });
  const { code, errors } = await home.starts().ended;
  expect({ code, errors }).toEqual({ code: 1, errors: [expect.stringMatching(/^The disk is full/)] });
  free();
  await home.serves();
});

(noDisk ? it.skip : it)('the disk is too small for the first set-up: one line', async () => {
  mountSmallDisk(home.data, 130);
  const { code, errors } = await home.starts().ended;
  expect({ code, errors }).toEqual({ code: 1, errors: [expect.stringMatching(/^The disk is full/)] });
  expect(home.leftovers()).toEqual([]);
});

it('--fresh begins with nothing; cut in the middle of it, the next start makes it whole', async () => {
  const first = await home.serves();
  const account = await accountOf(first);
  await first.interrupt();
  const cut = home.starts(['--fresh', '--port', String(home.port)]);
  await eventually(cut.out, (out) => out.includes('东苑社区'), 120_000);
  expect(await cut.interrupt()).toMatchObject({ code: 0, errors: [] });
  expect(home.leftovers()).toEqual([]);
  const anew = await home.serves();
  expect(anew.out()).toContain('starting it again');
  expect(await accountOf(anew)).not.toBe(account);
});
