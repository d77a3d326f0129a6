import type * as z from 'zod';
import type { ProblemCode } from './problems';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** One operation of the public interface: the one place where its path and fields are written. */
export interface ContractSpec {
  /** Operation name = file name of the verb = call of the client. */
  operation: string;
  method: Method;
  /** OpenAPI form: `/api/returns/{id}/verify`. */
  path: string;
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** A multipart upload with one `file` field instead of a JSON body: so many bytes of it at most. */
  upload?: { mostBytes: number };
  /** Absent: 204 without a body. `'file'`: a download. */
  reply?: z.ZodType | 'file';
  /** Status of success; 200 unless told. */
  status?: number;
  /** What is answered with 202 instead, where somebody has to decide first: an object of exactly these fields. */
  putOff?: z.ZodObject;
  /** Sessions and codes are exempt from the Idempotency-Key that every other POST needs. */
  keyless?: true;
  /** In production this operation does not exist: 404, and no word in the documents. */
  demoOnly?: true;
  /** The problems beyond the general ones (validation, session, rights, limits) that it may answer with. */
  errors: readonly ProblemCode[];
}

/** Keeps the literal types of a contract. */
export function contract<const C extends ContractSpec>(spec: C): C {
  return spec;
}

type InferOr<T, Otherwise> = T extends z.ZodType ? z.infer<T> : Otherwise;
type InputOr<T, Otherwise> = T extends z.ZodType ? z.input<T> : Otherwise;

/** What a verb receives: already validated. */
export interface InputOf<C extends ContractSpec> {
  params: InferOr<C['params'], Record<string, never>>;
  query: InferOr<C['query'], Record<string, never>>;
  body: InferOr<C['body'], undefined>;
}
/** What a caller sends. */
export interface CallOf<C extends ContractSpec> {
  params: InputOr<C['params'], undefined>;
  query: InputOr<C['query'], undefined>;
  body: InputOr<C['body'], undefined>;
}
export type ReplyOf<C extends ContractSpec> = InferOr<C['reply'], undefined>;
/** What comes with 202, where the contract has such an answer. */
export type PutOffOf<C extends ContractSpec> = InferOr<C['putOff'], never>;

export const needsKey = (spec: ContractSpec): boolean => spec.method === 'POST' && !spec.keyless;
