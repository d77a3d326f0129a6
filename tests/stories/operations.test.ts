import { serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { eventually } from '../kit/eventually';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const read = (path: string, headers: Record<string, string> = {}, url = community.running.url) =>
  fetch(url + path, { headers });

describe('somebody runs this', () => {
  it('reads counts and times by operation, and nothing about anybody', async () => {
    const resident = await community.signIn('resident', 1);
    await resident.gets('getMe');
    await resident.calls('getReturn', { params: { id: 'f'.repeat(24) } });
    const answer = await read('/metrics');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/plain'),
    ]);
    const text = await answer.text();
    for (const line of [
      /^nuanlin_request_seconds_count\{operation="getMe",status="200"\} 1$/m,
      /^nuanlin_request_seconds_count\{operation="getReturn",status="404"\} 1$/m,
      /^nuanlin_sweeps_total\{outcome="done"\} [1-9]/m,
      /^nuanlin_step_lateness_seconds\{work="returns"\} 0$/m,
      /^nuanlin_looked_seconds\{work="requests"\} \d/m,
      /^nuanlin_live_windows 0$/m,
      /^nuanlin_changes_down_seconds 0$/m,
      /^process_cpu_seconds_total /m,
    ])
      expect(text).toMatch(line);
    expect(text).not.toContain(resident.accountId);
    expect(text).not.toContain('f'.repeat(24));
  });

  it('sees for how long nobody has looked for due work, though what was found last was not late', async () => {
    const { clock, metrics } = community.running.context;
    const metric = async (line: string) => {
      const text = await (await read('/metrics')).text();
      return Number(
        text
          .split('\n')
          .find((one) => one.startsWith(`${line} `))
          ?.slice(line.length),
      );
    };
    const looked = () => metric('nuanlin_looked_seconds{work="requests"}');
    const failed = () => metric('nuanlin_sweeps_total{outcome="failed"}');
    const { reload } = clock;
    clock.reload = () => Promise.reject(new Error('the database is away'));
    await eventually(failed, (count) => count > 0);
    metrics.lookedAt.set('requests', new Date(Date.now() - 300_000));
    const before = await failed();
    await eventually(failed, (count) => count > before);
    expect(await looked()).toBeGreaterThanOrEqual(300);
    expect(await metric('nuanlin_step_lateness_seconds{work="requests"}')).toBe(0);
    clock.reload = reload;
    await eventually(looked, (seconds) => seconds < 60);
  });

  it('is not read through a proxy, nor with a wrong token where there is one', async () => {
    expect((await read('/metrics', { 'X-Forwarded-For': '127.0.0.1' })).status).toBe(404);
    const token = 'a-token-of-the-operator';
    const { NUANLIN_NOW: _moved, ...environment } = community.environment;
    const running = await serve(readConfig({ ...environment, NUANLIN_METRICS_TOKEN: token }));
    const statusWith = async (Authorization: string) =>
      (await read('/metrics', { Authorization }, running.url)).status;
    expect(await statusWith('Bearer another-token-entirely')).toBe(404);
    expect((await read('/metrics', {}, running.url)).status).toBe(404);
    expect(await statusWith(`Bearer ${token}`)).toBe(200);
    await running.stop();
  });

  it('reads every operation on /docs, with nothing from elsewhere', async () => {
    const page = await (await read('/docs')).text();
    const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source = '']) => source);
    expect(sources).toHaveLength(3);
    for (const source of sources) {
      const file = await read(source);
      expect([source, file.status]).toEqual([source, 200]);
      expect(file.headers.get('content-type')).toMatch(source.endsWith('.css') ? /css/ : /javascript/);
    }
  });
});
