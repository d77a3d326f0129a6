import { takeInWechat } from '@/photos/takePhoto';
import { Problem, Unreachable } from './problem';
import { sendPhoto } from './sendPhoto';

let mockIsBrowser = false;
jest.mock('./send', () => ({
  get isBrowser() {
    return mockIsBrowser;
  },
  apiBase: 'https://api',
  pathOf: (path: string, _params: unknown, query: { use: string }) => `${path}?use=${query.use}`,
}));
jest.mock('./routes', () => ({ routes: { uploadFile: { method: 'POST', path: '/api/files' } } }));
jest.mock('./session', () => ({
  withToken: (use: (token: string) => unknown) => use('a token'),
}));
const mockUpload = jest.fn();
const mockChoose = jest.fn();
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    uploadFile: (sent: unknown) => mockUpload(sent),
    chooseMedia: (asked: unknown) => mockChoose(asked),
  },
}));

interface Wire {
  status: number;
  text: string;
}
const here = { status: 201, text: '{"id":"f1"}' };
const header = { Authorization: 'Bearer a token', 'Idempotency-Key': 'k1' };
/** What was sent: to which address, under which headers. */
let sent: { url: string; header: Record<string, string> }[];

/** WeChat, and a browser, that answer this; null: nothing comes back. */
const answers: Record<string, (answer: Wire | null) => void> = {
  WeChat(answer) {
    mockIsBrowser = false;
    mockUpload.mockImplementation(({ url, header: of }) => {
      sent.push({ url, header: of });
      const { status: statusCode, text: data } = answer ?? here;
      const task = answer
        ? Promise.resolve({ statusCode, data })
        : Promise.reject({ errMsg: 'uploadFile:fail' });
      return Object.assign(task, {
        onProgressUpdate: (tell: (of: object) => void) => tell({ progress: 40 }),
      });
    });
  },
  'a browser'(answer) {
    mockIsBrowser = true;
    class Request {
      readonly upload: { onprogress?: (of: object) => void } = {};
      readonly header: Record<string, string> = {};
      url = '';
      status = answer?.status ?? 0;
      responseText = answer?.text ?? '';
      onload?: () => void;
      onerror?: () => void;
      open(_method: string, url: string) {
        this.url = url;
      }
      setRequestHeader(name: string, value: string) {
        this.header[name] = value;
      }
      send() {
        sent.push({ url: this.url, header: this.header });
        this.upload.onprogress?.({ loaded: 40, total: 100 });
        if (answer) this.onload?.();
        else this.onerror?.();
      }
    }
    Object.assign(globalThis, { XMLHttpRequest: Request });
  },
};

const progress: number[] = [];
const send = () =>
  sendPhoto({
    ...{ use: 'evidence', photo: { path: 'wxfile://a.jpg', blob: new Blob(['x']) }, key: 'k1' },
    onProgress: (percent) => progress.push(percent),
  });
beforeEach(() => {
  sent = [];
  progress.length = 0;
});

describe.each(Object.keys(answers))('a photo sent by %s', (name) => {
  const answering = answers[name] as (answer: Wire | null) => void;

  it('goes with the token and the key in headers, says how far it is, and comes back as a file', async () => {
    answering(here);
    expect(await send()).toEqual({ id: 'f1' });
    expect(progress).toEqual([40]);
    expect(sent).toEqual([
      { url: 'https://api/api/files?use=evidence', header: expect.objectContaining(header) },
    ]);
  });

  it('is refused by its field', async () => {
    answering({
      status: 422,
      text: '{"code":"input.invalid","errors":[{"path":"file","code":"file.kind"}]}',
    });
    const refused = await send().catch((error) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused.errors).toEqual([{ path: 'file', code: 'file.kind' }]);
  });

  it.each([
    ['nothing came back', null],
    ['something else answered in between', { status: 200, text: '<html>' }],
    ['it was told nothing', { status: 201, text: '' }],
  ])('has not arrived where %s', async (_what, answer) => {
    answering(answer);
    await expect(send()).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('the camera of WeChat', () => {
  it('gives a smaller copy', async () => {
    mockChoose.mockResolvedValue({ tempFiles: [{ tempFilePath: 'wxfile://b.jpg' }] });
    expect(await takeInWechat()).toEqual({ path: 'wxfile://b.jpg' });
    expect(mockChoose).toHaveBeenCalledWith(expect.objectContaining({ count: 1, sizeType: ['compressed'] }));
  });

  it('is left without a photo, or is closed to the program', async () => {
    mockChoose.mockRejectedValueOnce({ errMsg: 'chooseMedia:fail cancel' });
    expect(await takeInWechat()).toBeNull();
    mockChoose.mockRejectedValueOnce({ errMsg: 'chooseMedia:fail auth deny' });
    await expect(takeInWechat()).rejects.toEqual({ errMsg: 'chooseMedia:fail auth deny' });
  });
});
