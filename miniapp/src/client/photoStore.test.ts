import { dropPhoto, dropPhotos, keepPhoto, keptPhoto, markedKey, markOf } from './photoStore';

const mockFiles = new Map<string, string>();
const folder = 'wxfile://usr';
jest.mock('./send', () => ({ isBrowser: false }));
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({
      saveFileSync: (from: string, to: string) => mockFiles.set(to, from),
      unlinkSync: (path: string) => mockFiles.delete(path),
      readdirSync: () => [...mockFiles.keys()].map((path) => path.slice(path.lastIndexOf('/') + 1)),
    }),
  },
}));

const keyAt = (at: number) => {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7abc-8abc-0123456789ab`;
};
const today = keyAt(Date.now());

beforeEach(() => {
  mockFiles.clear();
  mockFiles.set(`${folder}/something else`, 'of another part');
});

describe('a photo that is kept in a mini-program', () => {
  it('lies in the program’s own folder until it was sent', async () => {
    await keepPhoto('anna', today, { path: 'tmp/a.jpg' });
    const path = `${folder}/photos_anna_${today}`;
    expect([mockFiles.get(path), await keptPhoto('anna', today)]).toEqual(['tmp/a.jpg', { path }]);
    expect(await keptPhoto('boris', today)).toBeNull();
    await dropPhoto('anna', today);
    expect(await keptPhoto('anna', today)).toBeNull();
    // Dropped twice is dropped.
    await dropPhoto('anna', today);
  });

  it('is gone after seven days, and with the sign-out, of that account alone', async () => {
    const old = keyAt(Date.now() - 8 * 86_400_000);
    for (const [who, key] of [
      ['anna', today],
      ['anna', old],
      ['boris', old],
    ] as const)
      await keepPhoto(who, key, { path: 'tmp' });
    await dropPhotos('anna', { onlyOld: true });
    expect([await keptPhoto('anna', old), await keptPhoto('anna', today)]).toEqual([null, expect.anything()]);
    await dropPhotos('anna', { onlyOld: false });
    expect([await keptPhoto('anna', today), await keptPhoto('boris', old)]).toEqual([
      null,
      expect.anything(),
    ]);
    expect(mockFiles.has(`${folder}/something else`)).toBe(true);
  });

  it('stands in a form under its mark, which is no id', () => {
    expect([markedKey(markOf(today)), markedKey('65f000000000000000000001'), markedKey('')]).toEqual([
      today,
      null,
      null,
    ]);
  });
});
