import { type ContractSpec, needsKey } from '@shared/contract';
import { fieldCodes, type ProblemCode, problems } from '@shared/problems';
import * as z from 'zod';
import type { Binding } from './endpoint';

type Json = Record<string, unknown>;
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return json;
};

const general: ProblemCode[] = ['input.invalid', 'tooManyRequests', 'internal', 'unavailable'];
const signedIn: ProblemCode[] = [
  'session.missing',
  'session.expired',
  'session.stale',
  'session.ended',
  'password.mustChange',
  'notAllowed',
  'notFound',
];

/** The OpenAPI 3.1 document, derived from the bindings: nothing is written twice. */
export function openapi(bindings: readonly Binding[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const binding of bindings) {
    const { contract } = binding;
    paths[contract.path] = { ...paths[contract.path], [contract.method.toLowerCase()]: operation(binding) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nuanlin',
      version,
      description: 'Community care at home. Times are ISO 8601; days are Beijing days.',
    },
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: schemaOf(ProblemSchema, 'output') },
    },
  };
}

const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  errors: z.array(
    z.object({
      path: z.string(),
      code: z.enum(fieldCodes),
      params: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
  requestId: z.string(),
});

function operation({ contract, policy }: Binding): Json {
  const isOpen = 'who' in policy && policy.who === 'anyone';
  return {
    operationId: contract.operation,
    tags: [contract.path.split('/')[2]],
    summary: contract.summary,
    ...(isOpen ? {} : { security: [{ bearer: [] }] }),
    parameters: parametersOf(contract),
    ...bodyOf(contract),
    responses: { ...success(contract), ...refusalsOf(contract, isOpen) },
  };
}

function parametersOf(contract: ContractSpec): Json[] {
  const of = (schema: z.ZodType | undefined, place: string): Json[] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
      properties?: Json;
      required?: string[];
    };
    return Object.entries(properties).map(([name, json]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: json,
    }));
  };
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  };
  return [
    ...of(contract.params, 'path'),
    ...of(contract.query, 'query'),
    ...(needsKey(contract) ? [key] : []),
  ];
}

function bodyOf(contract: ContractSpec): Json {
  if (contract.upload) {
    const schema = {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  if (!contract.body) return {};
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(contract.body, 'input') } },
    },
  };
}

function success(contract: ContractSpec): Json {
  if (!contract.reply) return { 204: { description: 'Done' } };
  const content =
    contract.reply === 'file'
      ? { 'application/octet-stream': {} }
      : { 'application/json': { schema: schemaOf(contract.reply, 'output') } };
  const { putOff } = contract;
  return {
    [contract.status ?? 200]: { description: 'Success', content },
    ...(putOff && {
      202: {
        description: 'Kept until somebody has decided',
        content: { 'application/json': { schema: schemaOf(putOff, 'output') } },
      },
    }),
  };
}

function refusalsOf(contract: ContractSpec, isOpen: boolean): Json {
  const codes = [
    ...general,
    ...(isOpen ? [] : signedIn),
    ...(needsKey(contract) ? ['key.missing' as const] : []),
    ...contract.errors,
  ];
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [status, { description: of.join(', '), content }]),
  );
}
