import { serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { dataKeyId, rewrapDataKeys } from '../../api/platform/sealing';
import { addKeys, type KeyringText } from '../../scripts/keys/makeKeys';
import { callerOf } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { familyOf } from '../kit/family';
import { startCommunity, testKeys } from '../kit/startCommunity';

const community = startCommunity();
const old = JSON.parse(testKeys) as KeyringText;
const both = addKeys(old);
const onlyNew = { ...both, master: both.master.slice(0, 1), token: both.token.slice(0, 1) };

async function serveWith(keys: KeyringText) {
  const { NUANLIN_NOW: _moved, ...environment } = community.environment;
  return serve(readConfig({ ...environment, NUANLIN_KEYS: JSON.stringify(keys) }));
}
const ownName = async (url: string, session: Parameters<typeof callerOf>[1]) =>
  (await callerOf(url, session).gets('getMe')).household?.people[0]?.name;

describe('the keys are changed', () => {
  it('nobody notices: not who is signed in, nor who is in the roster; then the old keys open nothing', async () => {
    const resident = await community.signIn('resident', 1);
    const name = await ownName(community.running.url, resident.session);
    const during = await serveWith(both);
    expect(await ownName(during.url, resident.session)).toBe(name);
    const declared = callerOf(during.url, resident.session);
    const { partyId } = await declared.gets('declareReturn', { body: await familyOf(declared) });
    const { session: renewed } = await declared.refreshes();

    const { connection } = during.context;
    const all = await connection.collection('dataKeys').countDocuments();
    const [first, second] = await Promise.all(
      [1, 2].map(() => rewrapDataKeys(connection, during.context.config.keys.master)),
    );
    expect((first ?? 0) + (second ?? 0)).toBe(all - 3);
    expect(await rewrapDataKeys(connection, during.context.config.keys.master)).toBe(0);
    await during.stop();

    const after = await serveWith(onlyNew);
    expect(await ownName(after.url, renewed)).toBe(name);
    const { items } = await callerOf(after.url, renewed).gets('listReturns', { query: { partyId } });
    expect(items.map(({ person }) => person.name)).toContain(name);
    await after.stop();

    const stale = await callerOf(community.running.url, resident.session).calls('getMe');
    expect([stale.status, stale.code]).toEqual([500, 'internal']);
  });
});

describe('a key that was destroyed', () => {
  it('opens nothing any more, here at once and in every other process that had it open', async () => {
    const { context } = community.running;
    const id = dataKeyId('request', 'of-somebody-forgotten');
    await context.seals.make([id]);
    const other = await serveWith(old);
    const isKnown = async ({ seals }: typeof context) => (await seals.load([id])).has(id);
    expect([await isKnown(context), await isKnown(other.context)]).toEqual([true, true]);

    await context.seals.destroy([id]);
    expect(await isKnown(context)).toBe(false);
    await eventually(
      () => isKnown(other.context),
      (known) => !known,
    );
    await other.stop();
  });
});
