import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendMessage } from '../../api/notices';
import { inTransaction } from '../../api/platform/mongo';
import { eventually } from '../kit/eventually';
import { observedFamily } from '../kit/observed';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';

/** A gateway that takes every message and answers after three seconds and a half, just before it is given up. */
let gateway: Server;
const asked: string[] = [];
const environment: Record<string, string> = { NUANLIN_MESSAGE_SECRET: 'a secret of nobody at all' };
beforeAll(async () => {
  gateway = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push(JSON.parse(body).template);
    setTimeout(() => response.writeHead(200).end('{}'), 3500);
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

it('stands between no rungs of a fever, and its messages wait behind no others', async () => {
  const { context } = community.running;
  await community.timeIs(at('10:00'));
  const family = await observedFamily(community, 1);
  // Two hundred people ask for a code in the same minute: ten rounds of the gateway, half a minute of its time.
  await inTransaction(context, async (session) => {
    for (let i = 0; i < 200; i += 1)
      await sendMessage(
        context,
        { to: `139${String(i).padStart(8, '0')}`, template: 'signInCode', params: { code: '000000' } },
        session,
      );
  });
  await eventually(
    () => asked.length,
    (sent) => sent > 0,
  );
  const slot = await family.slotOf(0, '2026-11-22', 'morning');
  const { case: fever } = await family.resident.gets('reportReading', {
    params: { id: slot.id },
    body: readingAt(at('09:58'), 38.4),
  });
  for (const [clock, rung] of [
    ['10:11', 'leader'],
    ['10:21', 'duty'],
    ['10:31', 'all'],
  ] as const) {
    await community.timeIs(at(clock));
    await eventually(
      () => family.worker.gets('getRequest', { params: { id: fever?.id ?? '' } }),
      ({ steps }) => steps.some((step) => step.rung === rung),
      10_000,
    );
  }
  await eventually(
    () => asked.filter((template) => template === 'fever').length,
    (sent) => sent >= 4,
    10_000,
  );
  expect(asked.filter((template) => template === 'signInCode').length).toBeLessThan(200);
});
