import type { ProblemCode } from '@shared/problems';
import { beginMending, endMending, type Mending } from './mending';
import { discard, onArrival, sendOrKeep, sendWaiting, useOutbox } from './outbox';
import { entryOf } from './outboxStore';
import { Problem, Unreachable } from './problem';

const mockStorage = new Map<string, unknown>();
let mockIsFull = false;
const mockStore = (name: string, value: unknown) => {
  if (mockIsFull) throw new Error('exceed storage max size');
  mockStorage.set(name, value);
};
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (name: string) => mockStorage.get(name) ?? '',
    setStorageSync: (name: string, value: unknown) => mockStore(name, value),
    removeStorageSync: (name: string) => mockStorage.delete(name),
    getStorageInfoSync: () => ({ keys: [...mockStorage.keys()] }),
    onNetworkStatusChange: () => undefined,
  },
}));
jest.mock('./send', () => ({ isBrowser: false, apiBase: '' }));
jest.mock('./clock', () => ({ now: () => new Date() }));
const mockTouched: string[] = [];
jest.mock('./live', () => ({ touched: (entity: string) => mockTouched.push(entity) }));
let mockActive = 'm1';
const session = { session: { accessToken: 't', account: { id: 'anna', active: 'm1', memberships: [] } } };
jest.mock('./session', () => ({
  activeMembership: () => ({ id: mockActive }),
  withToken: (use: (token: string) => unknown) => use('t'),
  useSession: Object.assign(() => null, { getState: () => mockSession(), subscribe: () => undefined }),
}));
const mockSession = () => session;

interface Sent {
  key: string;
  params?: { id: string };
  body: { celsius?: number };
}
/** What reached the server, and what it answers. */
const sent: string[] = [];
let answer: (sent: Sent) => unknown = () => ({});
jest.mock('./call', () => ({ call: (_: string, asked: Sent) => mockCall(asked) }));
const mockCall = async (asked: Sent) => {
  sent.push(`${asked.params?.id} ${asked.body.celsius}`);
  return answer(asked);
};

/** What lies on the phone, and what was sent of it. */
const mockPhotos = new Map<string, string>();
const photosSent: string[] = [];
let photoFails: (() => never) | null = null;
jest.mock('./photoStore', () => ({
  keptPhoto: async (_owner: string, key: string) => mockPhotos.get(key) ?? null,
  dropPhoto: async (_owner: string, key: string) => mockPhotos.delete(key),
  dropPhotos: async () => undefined,
}));
jest.mock('./sendPhoto', () => ({
  sendPhotoAs: (_token: string, sending: { photo: string; use: string }) => mockSendPhoto(sending),
}));
const mockSendPhoto = async ({ photo, use }: { photo: string; use: string }) => {
  photosSent.push(`${use} ${photo}`);
  photoFails?.();
  return { id: `file of ${photo}` };
};

const refuse = (code: ProblemCode) => () => {
  throw new Problem({ code } as never);
};
const noNetwork = () => {
  throw new Unreachable();
};
const reading = (slot: string, celsius: number, key = `${slot}-${celsius}`) => ({
  ...{ key, operation: 'reportReading' as const, params: { id: slot }, body: { celsius } },
  draft: { page: '/resident/temperature/report/index' as const, value: { celsius } },
});
const report = (slot: string, celsius: number, mending: Mending | null = null) =>
  sendOrKeep(reading(slot, celsius), mending);
const read = ['slot', 'request', 'resident'];
const kept = () => useOutbox.getState().entries.map(({ key, state }) => `${key} ${state}`);

beforeEach(() => {
  mockStorage.clear();
  mockStorage.set('key:anna', '0'.repeat(64));
  useOutbox.setState({ entries: [] });
  for (const list of [sent, mockTouched, photosSent]) list.length = 0;
  mockPhotos.clear();
  photoFails = null;
  mockIsFull = false;
  answer = () => ({});
});

describe('what waits on the phone', () => {
  it('is sent in order; then whatever shows it asks again', async () => {
    answer = noNetwork;
    await report('s1', 36.5);
    await report('s2', 36.6);
    expect(mockTouched).toEqual([]);
    sent.length = 0;
    answer = () => ({});
    await sendWaiting();
    expect([sent, kept()]).toEqual([['s1 36.5', 's2 36.6'], []]);
    expect(mockTouched).toEqual([...read, ...read]);
  });

  it('is sent once, however often it is asked for at the same moment', async () => {
    answer = noNetwork;
    await report('s1', 36.5);
    sent.length = 0;
    answer = () => ({});
    await Promise.all([sendWaiting(), sendWaiting()]);
    expect(sent).toEqual(['s1 36.5']);
  });

  it('lets a fever pass by what the server stumbles over; what is about the same waits behind it', async () => {
    answer = noNetwork;
    for (const [slot, celsius] of [
      ['s1', 36.5],
      ['s2', 38.4],
      ['s1', 36.9],
    ] as const)
      await report(slot, celsius);
    sent.length = 0;
    answer = ({ body }) => (body.celsius === 36.5 ? refuse('internal')() : {});
    await sendWaiting();
    expect(sent).toEqual(['s1 36.5', 's2 38.4']);
    expect(kept()).toEqual(['s1-36.5 waiting', 's1-36.9 waiting']);
    answer = () => ({});
    await sendWaiting();
    expect([sent.slice(2), kept()]).toEqual([['s1 36.5', 's1 36.9'], []]);
  });

  it('lets an order pass by another one that the server stumbles over', async () => {
    answer = noNetwork;
    for (const key of ['o1', 'o2']) await sendOrKeep({ key, operation: 'placeRequest', body: {} });
    answer = ({ key }) => (key === 'o1' ? refuse('internal')() : {});
    await sendWaiting();
    expect([kept(), mockTouched]).toEqual([['o1 waiting'], ['request']]);
  });

  it('stops at the first that finds no network, or a server that is away', async () => {
    answer = noNetwork;
    await report('s1', 36.5);
    await report('s2', 38.4);
    for (const away of [noNetwork, refuse('unavailable')]) {
      sent.length = 0;
      answer = away;
      await sendWaiting();
      expect(sent).toEqual(['s1 36.5']);
    }
  });

  it('goes on with the next where there were too many of one thing', async () => {
    answer = noNetwork;
    await report('s1', 36.5);
    await report('s2', 38.4);
    sent.length = 0;
    answer = ({ body }) => (body.celsius === 36.5 ? refuse('tooManyRequests')() : {});
    await sendWaiting();
    expect(sent).toEqual(['s1 36.5', 's2 38.4']);
    expect(entryOf('anna', 's1-36.5')?.state).toBe('waiting');
    expect(entryOf('anna', 's2-38.4')).toBeNull();
  });

  it('does not come back when it was discarded on its way', async () => {
    answer = noNetwork;
    await report('s1', 36.5);
    for (const end of [noNetwork, refuse('input.invalid')]) {
      answer = () => {
        discard('s1-36.5');
        end();
      };
      await sendWaiting();
      expect([kept(), entryOf('anna', 's1-36.5')]).toEqual([[], null]);
      answer = noNetwork;
      await report('s1', 36.5);
    }
  });
});

/** A step of an errand; `done` stands where a temperature would. */
const step = (id: string, done: number, photos?: { field: string; use: 'evidence'; key: string }[]) =>
  sendOrKeep({
    ...{ key: `k${done}`, operation: 'actOnRequest', params: { id, action: 'leave' } },
    ...{ body: { celsius: done, input: { disinfectedTwice: true } }, ...(photos && { photos }) },
  });

describe('steps about the same thing', () => {
  it('leave in their order: what was done first is sent first, also when there is a network again', async () => {
    answer = noNetwork;
    await step('e1', 1);
    sent.length = 0;
    answer = () => ({});
    expect(await step('e1', 2)).toBeNull();
    await step('e2', 3);
    await sendWaiting();
    expect(sent).toEqual(['e1 1', 'e2 3', 'e1 2']);
    expect(kept()).toEqual([]);
  });

  it('wait for one that is on its way', async () => {
    let arrives = (): void => undefined;
    answer = ({ body }) =>
      body.celsius === 1 ? new Promise<object>((done) => (arrives = () => done({}))) : {};
    const first = step('e1', 1);
    expect(await step('e1', 2)).toBeNull();
    await sendWaiting();
    expect(sent).toEqual(['e1 1']);
    arrives();
    await first;
    await sendWaiting();
    expect([sent, kept()]).toEqual([['e1 1', 'e1 2'], []]);
  });

  it('are the ticks of an errand and what it cost', async () => {
    answer = noNetwork;
    const marks = [{ requestId: 'e1' }, { requestId: 'e2' }];
    await sendOrKeep({ key: 'k1', operation: 'markLines', body: { marks } });
    answer = ({ key }) => (key === 'k1' ? refuse('internal')() : {});
    await step('e1', 2);
    await step('e3', 3);
    await sendWaiting();
    expect(kept()).toEqual(['k1 waiting', 'k2 waiting']);
    // Of a tick that is refused nothing is left to be mended.
    answer = () => ({ results: [{ requestId: 'e1', problem: { code: 'request.movedOn', errors: [] } }] });
    await sendWaiting();
    expect(kept()).toEqual(['k2 refused']);
  });

  it('are heard of before they are gone', async () => {
    const heard: unknown[] = [];
    onArrival(({ key }, reply) => heard.push([key, kept(), reply]));
    answer = () => ({ id: 'e1' });
    await step('e1', 1);
    expect(heard).toEqual([['k1', ['k1 sending'], { id: 'e1' }]]);
  });
});

describe('a photo that waits on the phone', () => {
  const photos = [{ field: 'photoFileId', use: 'evidence' as const, key: 'p1' }];
  let inputs: unknown[];
  beforeEach(async () => {
    inputs = [];
    mockPhotos.set('p1', 'the door');
    photoFails = noNetwork;
    await step('e1', 1, photos);
    expect([sent, kept(), mockPhotos.size]).toEqual([[], ['k1 waiting'], 1]);
    photosSent.length = 0;
    photoFails = null;
    answer = ({ body }) => inputs.push((body as { input?: unknown }).input);
  });

  it('is sent before its step, which names it, and is kept no longer', async () => {
    await sendWaiting();
    expect(photosSent).toEqual(['evidence the door']);
    expect(inputs).toEqual([{ disinfectedTwice: true, photoFileId: 'file of the door' }]);
    expect([kept(), mockPhotos.size]).toEqual([[], 0]);
  });

  it('stays until its step has arrived', async () => {
    answer = noNetwork;
    await sendWaiting();
    expect([kept(), mockPhotos.size]).toEqual([['k1 waiting'], 1]);
  });

  it.each([
    ['is lost on its way', noNetwork],
    ['the server has no time for', refuse('unavailable')],
    ['the server stumbles over', refuse('internal')],
  ])('that %s holds up its own errand and nothing else', async (_what, fails) => {
    answer = noNetwork;
    await step('e1', 2);
    await step('e2', 3);
    await report('s1', 38.4);
    sent.length = 0;
    photoFails = fails;
    answer = () => ({});
    await sendWaiting();
    expect([sent, kept()]).toEqual([
      ['e2 3', 's1 38.4'],
      ['k1 waiting', 'k2 waiting'],
    ]);
    photoFails = null;
    await sendWaiting();
    expect([sent.slice(2), kept()]).toEqual([['e1 1', 'e1 2'], []]);
  });

  it('lets pass first what carries none', async () => {
    answer = noNetwork;
    await report('s1', 38.4);
    sent.length = 0;
    answer = () => ({});
    await sendWaiting();
    expect(sent).toEqual(['s1 38.4', 'e1 1']);
  });

  it('that is refused is wrong where it was taken', async () => {
    photoFails = () => {
      throw new Problem({ code: 'input.invalid', params: {}, errors: [{ path: 'file', code: 'file.kind' }] });
    };
    await sendWaiting();
    expect([sent, kept()]).toEqual([[], ['k1 refused']]);
    expect(useOutbox.getState().entries[0]?.refused?.errors).toEqual([
      { path: 'input.photoFileId', code: 'file.kind' },
    ]);
  });

  it('that the phone has cleared away is missing in what is sent', async () => {
    mockPhotos.clear();
    await sendWaiting();
    expect([photosSent, inputs]).toEqual([[], [{ disinfectedTwice: true }]]);
  });
});

describe('a phone without room', () => {
  const full = async (wish: Promise<unknown>) => expect(await wish.catch(({ code }: Problem) => code));
  beforeEach(() => {
    mockIsFull = true;
  });

  it('sends at once', async () => {
    expect(await report('s1', 36.5)).toEqual({});
    expect([sent, kept()]).toEqual([['s1 36.5'], []]);
  });

  it('says that nothing is kept where it did not get through', async () => {
    for (const fails of [noNetwork, refuse('internal')]) {
      answer = fails;
      (await full(report('s1', 36.5))).toBe('phone.full');
    }
    expect(kept()).toEqual([]);
    answer = refuse('slot.movedOn');
    (await full(report('s1', 36.5))).toBe('slot.movedOn');
  });

  it('sends first what was kept before about the same, or nothing', async () => {
    mockIsFull = false;
    answer = noNetwork;
    await report('s1', 36.5);
    mockIsFull = true;
    sent.length = 0;
    (await full(report('s1', 36.9))).toBe('phone.full');
    expect([sent, kept()]).toEqual([['s1 36.5'], ['s1-36.5 waiting']]);
    sent.length = 0;
    answer = () => ({});
    await report('s1', 36.9);
    expect([sent, kept()]).toEqual([['s1 36.5', 's1 36.9'], []]);
  });

  it('keeps what is mended as it was until the new one has arrived', async () => {
    mockIsFull = false;
    answer = noNetwork;
    await report('s1', 36.5);
    mockIsFull = true;
    const mending = beginMending('s1-36.5');
    (await full(report('s1', 36.9, mending))).toBe('phone.full');
    expect(kept()).toEqual(['s1-36.5 waiting']);
    answer = () => ({});
    await report('s1', 36.9, mending);
    expect(kept()).toEqual([]);
    endMending(mending);
  });
});

describe('a reading that is mended', () => {
  beforeEach(async () => {
    answer = noNetwork;
    await report('s1', 36.5);
    sent.length = 0;
    answer = () => ({});
  });

  it('does not leave as it was meanwhile, and waits on when it is not mended after all', async () => {
    const mending = beginMending('s1-36.5');
    await sendWaiting();
    expect([sent, kept()]).toEqual([[], ['s1-36.5 waiting']]);
    endMending(mending);
    await sendWaiting();
    expect(sent).toEqual(['s1 36.5']);
  });

  it('takes the place of the old one from the first moment on, also without a network', async () => {
    answer = noNetwork;
    const mending = beginMending('s1-36.5');
    expect(await report('s1', 36.8, mending)).toBeNull();
    // A program killed here finds one entry.
    expect([kept(), entryOf('anna', 's1-36.5')]).toEqual([['s1-36.8 waiting'], null]);
    sent.length = 0;
    answer = () => ({});
    await sendWaiting();
    expect([sent, kept()]).toEqual([['s1 36.8'], []]);
  });

  it('and is refused stays in the outbox, until it is mended once more and has arrived', async () => {
    answer = refuse('input.invalid');
    const mending = beginMending('s1-36.5');
    await expect(report('s1', 36.8, mending)).rejects.toThrow('input.invalid');
    expect(kept()).toEqual(['s1-36.8 refused']);
    answer = () => ({});
    await report('s1', 36.9, mending);
    expect([sent, kept()]).toEqual([['s1 36.8', 's1 36.9'], []]);
    endMending(mending);
  });

  it('goes out as whoever made it, whoever acts by now', async () => {
    answer = noNetwork;
    mockActive = 'm2';
    await report('s1', 36.8, beginMending('s1-36.5'));
    expect(entryOf('anna', 's1-36.8')?.membershipId).toBe('m1');
    mockActive = 'm1';
  });
});
