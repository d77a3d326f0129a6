import type { FileView, PhotoUse } from '@shared/files/contract';
import type { ProblemBody } from '@shared/problems';
import Taro from '@tarojs/taro';
import type { Taken } from './photoStore';
import { Problem, Unreachable } from './problem';
import { routes } from './routes';
import { apiBase, isBrowser, pathOf } from './send';
import { withToken } from './session';

interface Sending {
  use: PhotoUse;
  photo: Taken;
  /** The same again when the same photo is sent again: then it is one. */
  key: string;
  onProgress?(percent: number): void;
}

const timeoutMs = 60_000;

/** Sends a photo and says how far it is. Throws Problem or Unreachable. */
export const sendPhoto = (sending: Sending): Promise<FileView> =>
  withToken((token) => sendPhotoAs(token, sending));

/** The same with a token that one has. */
export async function sendPhotoAs(
  token: string | undefined,
  { use, photo, key, onProgress = () => undefined }: Sending,
): Promise<FileView> {
  const url = apiBase + pathOf(routes.uploadFile.path, undefined, { use });
  const header = { Authorization: `Bearer ${token}`, 'Idempotency-Key': key };
  const send = isBrowser ? sendInBrowser : sendInWechat;
  const { status, text } = await send({ url, header, photo, onProgress });
  const answer = read(text);
  if (status === 201 && answer && 'id' in answer) return answer;
  throw answer && 'code' in answer ? new Problem(answer) : new Unreachable();
}

interface Wire extends Required<Pick<Sending, 'photo' | 'onProgress'>> {
  url: string;
  header: Record<string, string>;
}
interface Answer {
  status: number;
  text: string;
}

async function sendInWechat({ url, header, photo, onProgress }: Wire): Promise<Answer> {
  const task = Taro.uploadFile({
    ...{ url, filePath: photo.path, name: 'file', timeout: timeoutMs },
    header: { ...header, 'X-Client': 'weapp' },
  });
  task.onProgressUpdate(({ progress }) => onProgress(progress));
  const { statusCode, data } = await task.catch(() => {
    throw new Unreachable();
  });
  return { status: statusCode, text: data };
}

/** `fetch` does not say how far it is. */
function sendInBrowser({ url, header, photo, onProgress }: Wire): Promise<Answer> {
  const body = new FormData();
  body.append('file', photo.blob ?? new Blob(), 'photo.jpg');
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value);
    request.timeout = timeoutMs;
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / (total || 1)) * 100));
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = request.ontimeout = () => reject(new Unreachable());
    request.send(body);
  });
}

function read(text: string): FileView | ProblemBody | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
