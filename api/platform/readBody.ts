import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ContractSpec } from '@shared/contract';
import type { Context as Http } from 'koa';
import multer from 'multer';
import type { UploadedFile } from './endpoint';
import { invalid, Problem } from './problem';

/** Room for a party of twelve with every field at its limit, so that the field is named and not the body. */
export const maxBodyBytes = 1_000_000;

export interface ReadBody {
  json?: unknown;
  file?: UploadedFile;
  fingerprint?: string;
}

const uploadOf = (fileSize: number) =>
  multer({ storage: multer.memoryStorage(), limits: { fileSize, files: 1, fields: 0, parts: 1 } }).single(
    'file',
  );

/** Reads JSON or the one uploaded file, within the limits. Problems: body.tooLarge, body.unreadable. */
export async function readBody(http: Http, contract: ContractSpec): Promise<ReadBody> {
  if (contract.upload) return readUpload(http, contract.upload.mostBytes);
  if (!contract.body) return {};
  return { json: await readJson(http) };
}

export const tooLarge = (path: string, maximum: number) =>
  new Problem('body.tooLarge', { maximum }, [{ path, code: 'tooBig', params: { maximum } }]);

const unreadable = (path: string) => new Problem('body.unreadable', {}, [{ path, code: 'format' }]);

async function readJson(http: Http): Promise<unknown> {
  if (Number(http.get('Content-Length')) > maxBodyBytes) throw tooLarge('body', maxBodyBytes);
  const bytes = await readAll(http.req);
  const size = bytes.length;
  if (!size) return undefined;
  if (!http.is('json')) throw unreadable('body');
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw unreadable('body');
  }
}

/** By events: an iterator and its watch over the end would be made for every request. What comes beyond the limit is not kept. */
function readAll(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBodyBytes) chunks.push(chunk);
      else reject(tooLarge('body', maxBodyBytes));
    });
    request.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => {
      if (!request.complete) reject(unreadable('body'));
    });
  });
}

async function readUpload(http: Http, mostBytes: number): Promise<ReadBody> {
  if (Number(http.get('Content-Length')) > mostBytes + 10_000) throw tooLarge('file', mostBytes);
  const upload = uploadOf(mostBytes);
  const request = http.req as Parameters<typeof upload>[0];
  const error = await new Promise<unknown>((resolve) =>
    upload(request, http.res as Parameters<typeof upload>[1], resolve),
  );
  if ((error as { code?: string } | undefined)?.code === 'LIMIT_FILE_SIZE') throw tooLarge('file', mostBytes);
  if (error) throw unreadable('file');
  const { file } = request;
  if (!file) throw invalid([{ path: 'file', code: 'required' }]);
  return {
    file: { name: file.originalname, bytes: file.buffer },
    fingerprint: createHash('sha256').update(file.buffer).digest('base64url'),
  };
}
