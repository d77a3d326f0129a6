import { liveBeatMs } from '@shared/liveBeat';
import { startLive, stopLive, useLive } from './live';

interface FakeTask {
  opens(): void;
  says(frame: object): void;
  isClosed: boolean;
}
const mockTasks: FakeTask[] = [];
const mockConnect = () => {
  let hear: (event: { data: string }) => void = () => undefined;
  let open: () => void = () => undefined;
  const fake: FakeTask = {
    opens: () => open(),
    says: (frame) => hear({ data: JSON.stringify(frame) }),
    isClosed: false,
  };
  mockTasks.push(fake);
  return Promise.resolve({
    send: () => undefined,
    // Half open: nobody is told that it is gone.
    close: () => {
      fake.isClosed = true;
    },
    onOpen: (told: typeof open) => {
      open = told;
    },
    onMessage: (told: typeof hear) => {
      hear = told;
    },
    onError: () => undefined,
    onClose: () => undefined,
  });
};
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { connectSocket: () => mockConnect() } }));
jest.mock('./send', () => ({ isBrowser: false, apiBase: 'https://api.example' }));
jest.mock('./queryClient', () => ({ queryClient: { invalidateQueries: () => Promise.resolve() } }));
jest.mock('./session', () => ({
  refreshSession: () => Promise.resolve(),
  useSession: Object.assign(() => null, {
    getState: () => ({ session: { accessToken: 't', account: { id: 'a', active: 'm' } } }),
    subscribe: () => undefined,
  }),
}));

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  stopLive();
  jest.useRealTimers();
  mockTasks.length = 0;
});
const isUp = () => useLive.getState().isUp;
const passes = (ms: number) => jest.advanceTimersByTimeAsync(ms);

/** A channel on which the server has said that it listens. */
async function opened(): Promise<FakeTask> {
  startLive();
  await passes(0);
  const [task] = mockTasks as [FakeTask];
  task.opens();
  task.says({ ready: true });
  return task;
}

describe('the live channel on the phone', () => {
  it('stays up as long as the server is heard', async () => {
    const task = await opened();
    for (let beats = 0; beats < 10; beats += 1) {
      await passes(liveBeatMs);
      task.says({ beat: true });
    }
    expect([isUp(), mockTasks.length]).toEqual([true, 1]);
  });

  it('that went silent is given up within a minute: lists poll, and it is opened anew', async () => {
    const task = await opened();
    await passes(59_000);
    expect(isUp()).toBe(true);
    await passes(1000);
    expect([isUp(), task.isClosed]).toEqual([false, true]);
    await passes(1000);
    expect(mockTasks).toHaveLength(2);
    // What the old one still says, if it does, keeps nothing alive.
    task.says({ beat: true });
    mockTasks[1]?.opens();
    mockTasks[1]?.says({ ready: true });
    expect(isUp()).toBe(true);
  });

  it('that never opens is tried again as well', async () => {
    startLive();
    await passes(62_000);
    expect(mockTasks).toHaveLength(2);
  });
});
