import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { caseSeenBy } from '../kit/cases';
import { eventually } from '../kit/eventually';
import { observedFamily } from '../kit/observed';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';

/** A gateway that takes no message of a duty officer who has a telephone and no account. */
let gateway: Server;
const environment: Record<string, string> = { NUANLIN_MESSAGE_SECRET: 'a secret of nobody at all' };
beforeAll(async () => {
  gateway = createServer((request, response) => {
    request.resume();
    response.writeHead(400).end('{}');
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  environment.NUANLIN_MESSAGE_URL = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/messages`;
});
const community = startCommunity({ environment });
afterAll(() => {
  gateway.close();
  gateway.closeAllConnections();
});
const at = (clock: string) => `2026-11-22T${clock}:00+08:00`;

it('a telephone of duty that the gateway refused is seen as that, without its number', async () => {
  const communities = community.running.context.connection.collection('communities');
  await communities.updateMany({}, { $unset: { 'duty.accountId': 1 } });
  const phone = (await communities.findOne({}))?.duty.phone;
  await community.timeIs(at('10:00'));
  const { resident, worker, slotOf } = await observedFamily(community, 1);
  const { case: fever } = await resident.gets('reportReading', {
    params: { id: (await slotOf(0, '2026-11-22', 'morning')).id },
    body: readingAt(at('09:58'), 38.4),
  });
  await community.timeIs(at('10:21'));
  const ofPost = await eventually(
    async () =>
      (await caseSeenBy(worker, fever?.id ?? '')).told.filter(
        ({ side, to, channel }) => side === 'staff' && to === '' && channel === 'telephone',
      ),
    (lines) => lines.some(({ state }) => state === 'refused'),
    20_000,
  );
  expect(ofPost.map(({ occasion }) => occasion.split(':')[1])).toEqual(['duty']);
  expect(
    JSON.stringify(await community.running.context.connection.collection('messages').find({}).toArray()),
  ).not.toContain(phone);
});
