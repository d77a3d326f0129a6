import { type ContractSpec, needsKey } from '@shared/contract';
import type { Context as Http } from 'koa';
import type { Context, Who } from '../context';
import { BrowserOf } from './browser';
import { checkReply } from './checkReply';
import type { Binding, Download, Input } from './endpoint';
import { onceOf } from './idempotency';
import { problem } from './problem';
import { readBody } from './readBody';
import type { Routes } from './routes';
import { parse } from './validation';
import { abilitiesOf } from './visible';

type AnyInput = Input<ContractSpec>;

/** Limit → authenticate → validate → authorize → verb → present, for every operation, here and nowhere else. */
export function mountEndpoints(routes: Routes, ctx: Context, bindings: readonly Binding[]): void {
  for (const binding of bindings) {
    const { contract } = binding;
    const path = contract.path.replace(/\{(\w+)\}/g, ':$1');
    routes.on(contract.method, path, async (http, params) => {
      http.state.operation = contract.operation;
      const who = await authenticate(ctx, http, binding);
      const body = await readBody(http, contract);
      const input = validate(http, binding, params, body);
      if (who) authorize(who, binding);
      const reply = await run(ctx, binding, who, input);
      present(ctx, http, contract, reply);
    });
  }
}

async function authenticate(ctx: Context, http: Http, { contract, policy }: Binding): Promise<Who | null> {
  if ('who' in policy && policy.who === 'anyone') {
    if (policy.limit) await ctx.limits.open(http.ip, policy.limit);
    return null;
  }
  const [scheme, token] = (http.req.headers.authorization ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) throw problem('session.missing');
  const who = await ctx.hooks.authenticate(token);
  if (who.mustChangePassword && !('withOneTimePassword' in policy)) throw problem('password.mustChange');
  await ctx.limits.ordinary(who.accountId, contract.method === 'GET' ? 'read' : 'write');
  return who;
}

function validate(
  http: Http,
  { contract }: Binding,
  params: unknown,
  body: Awaited<ReturnType<typeof readBody>>,
): AnyInput {
  const input = {
    params: contract.params ? parse(contract.params, params) : {},
    query: contract.query ? parse(contract.query, { ...http.query }) : {},
    body: contract.body ? parse(contract.body, body.json ?? {}) : undefined,
    file: body.file,
    browser: new BrowserOf(http),
    ...(needsKey(contract) && {
      once: onceOf(http.get('Idempotency-Key'), [params, body.json ?? body.fingerprint ?? null]),
    }),
  };
  return input as unknown as AnyInput;
}

function authorize(who: Who, { policy }: Binding): void {
  if (!('can' in policy)) return;
  const [act, subject] = policy.can;
  if (!abilitiesOf(who).can(act, subject)) throw problem('notAllowed');
}

const run = (ctx: Context, { policy }: Binding, who: Who | null, input: AnyInput): Promise<unknown> =>
  (policy.run as (ctx: Context, who: Who | null, input: AnyInput) => Promise<unknown>)(ctx, who, input);

function present(ctx: Context, http: Http, contract: ContractSpec, reply: unknown): void {
  http.res.setHeader('Cache-Control', 'no-store');
  http.res.setHeader('Nuanlin-Now', ctx.clock.now().toISOString());
  if (!contract.reply) {
    http.status = 204;
  } else if (contract.reply === 'file') {
    const { fileName, type, bytes } = reply as Download;
    http.set('Cache-Control', 'private, no-store');
    http.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    http.type = type;
    http.body = bytes;
  } else {
    const isPutOff = contract.putOff?.safeParse(reply).success;
    http.status = isPutOff ? 202 : (contract.status ?? 200);
    // As a text: Koa would write an object once to know its length and once to send it.
    http.res.setHeader('Content-Type', 'application/json; charset=utf-8');
    http.body = JSON.stringify(isPutOff ? reply : checkReply(ctx, contract, reply));
  }
}
