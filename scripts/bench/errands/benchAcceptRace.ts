/**
 * Two hundred workers tap accept on the same errand at once, again and again: one has it, and every other is told who. Then ten thousand
 * errands and the same workers, who accept, give back and hand over as they like: never two holders, checked from every history.
 */
import { MongoClient } from 'mongodb';
import type { ErrandDoc } from '../../../api/requests';
import { faultsOf } from '../../../tests/kit/errandHistory';
import { randomOf } from '../../../tests/kit/randomOf';
import type { Shot } from '../readings/load';
import { withProduct } from '../readings/openReadings';
import { medianOf, tellPromise } from '../tellPromise';
import { sent } from './chain';
import { makePeople, type People } from './people';

const workers = 200;
const races = 20;
const errands = Number(process.env.BENCH_ERRANDS ?? 10_000);
const atOnce = 50;
/** So many workers see an errand wait at about the same moment. */
const rivals = 3;
const seed = 20_261_122;

export const benchAcceptRace = (): Promise<void> =>
  withProduct(
    (context) => makePeople(context, workers),
    async ({ product, crowd, mongoUri }) => {
      const { url } = product;
      await raceForOne(url, crowd);
      await raceForMany(url, crowd);
      await checkHistories(mongoUri);
    },
  );

interface Answer {
  status: number;
  body: { id: string; version: number; code: string; params?: { by: string | null; state: string } };
}

async function send(url: string, { path, headers, body }: Shot): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

const placed = async (url: string, { residents }: People, n: number): Promise<string> => {
  const { token, householdId } = residents[n % residents.length] as People['residents'][number];
  const order = { kind: 'trash', details: { bags: 1, infectious: false }, channel: 'app' };
  const { status, body } = await send(
    url,
    sent('/api/requests', token, { ...order, about: { householdId } }),
  );
  if (status !== 201) throw new Error(`not placed: ${status} ${body.code}`);
  return body.id;
};
const step = (id: string, action: string, token: string, seenVersion: number, input: object = {}): Shot =>
  sent(`/api/requests/${id}/actions/${action}`, token, { seenVersion, input });

async function raceForOne(url: string, crowd: People): Promise<void> {
  let unlike = 0;
  const taken: number[] = [];
  for (let race = 0; race < races; race += 1) {
    const id = await placed(url, crowd, race);
    const from = performance.now();
    const answers = await Promise.all(
      crowd.workers.map(({ token }) => send(url, step(id, 'accept', token, 1))),
    );
    taken.push(performance.now() - from);
    const winner = crowd.workers[answers.findIndex(({ status }) => status === 200)];
    const won = answers.filter(({ status }) => status === 200).length;
    const told = answers.filter(
      ({ status, body }) =>
        status === 409 && body.code === 'request.movedOn' && body.params?.by === winner?.name,
    ).length;
    if (won !== 1 || told !== workers - 1) unlike += 1;
  }
  console.log(
    `${workers} accept the same errand: all are answered after ${medianOf(taken).toFixed(0)} ms (median of ${races})`,
  );
  tellPromise(`races without one winner and ${workers - 1} who are told the name`, unlike, '0', unlike === 0);
}

async function raceForMany(url: string, crowd: People): Promise<void> {
  const random = randomOf(seed);
  const anybody = () => crowd.workers[Math.floor(random() * workers)] as People['workers'][number];
  const waiting = Array.from({ length: errands }, (_, n) => n);
  const from = performance.now();
  let twice = 0;
  const carries = async () => {
    for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
      const id = await placed(url, crowd, n);
      const those = Array.from({ length: rivals }, anybody);
      const taps = await Promise.all(those.map(({ token }) => send(url, step(id, 'accept', token, 1))));
      const winners = taps.filter(({ status }) => status === 200).length;
      if (winners !== 1) twice += 1;
      const holder = those[taps.findIndex(({ status }) => status === 200)];
      if (!holder) continue;
      // Some hand it over while somebody else tries to have it, or give it back while two want it.
      const other = anybody();
      const moves: Shot[] =
        n % 3 === 0
          ? [step(id, 'decline', holder.token, 2, { reason: '换人' }), step(id, 'accept', other.token, 2)]
          : [
              step(id, 'handOver', holder.token, 2, { accountId: other.accountId, reason: '下班' }),
              step(id, 'accept', other.token, 2),
              step(id, 'leave', holder.token, 2),
            ];
      const moved = await Promise.all(moves.map((shot) => send(url, shot)));
      if (moved.filter(({ status }) => status === 200).length > 1) twice += 1;
      await Promise.all([holder, other].map(({ token }) => send(url, step(id, 'accept', token, 3))));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, carries));
  const seconds = (performance.now() - from) / 1000;
  console.log(`${errands} errands and ${workers} workers in ${seconds.toFixed(0)} s`);
  tellPromise('errands that two had at once, by the answers', twice, '0', twice === 0);
}

async function checkHistories(mongoUri: string): Promise<void> {
  const client = await new MongoClient(mongoUri).connect();
  const docs = client.db('nuanlin').collection('requests').find({ life: 'errand' });
  const faults: string[] = [];
  let checked = 0;
  let steps = 0;
  for await (const doc of docs) {
    const errand = doc as unknown as ErrandDoc;
    faults.push(...faultsOf(errand));
    checked += 1;
    steps += errand.history.length;
  }
  await client.close();
  for (const fault of faults.slice(0, 5)) console.log(`  ${fault}`);
  tellPromise(`faults in ${checked} histories of ${steps} steps`, faults.length, '0', !faults.length);
}
