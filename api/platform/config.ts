import { subscriptionTemplates } from '@shared/notices/subscription';
import * as z from 'zod';

const Key = z.object({
  id: z.string().min(1).max(40),
  key: z.base64().transform((text) => Buffer.from(text, 'base64')),
});
const Ring = z
  .array(Key)
  .min(1)
  .refine((ring) => ring.every(({ key }) => key.length === 32), 'each key is 32 bytes in base64');

/** Keys by purpose; the first of a ring is the current one, the rest still open what they sealed. */
const Keyring = z.object({ master: Ring, blind: Ring, token: Ring });
export type Keyring = z.infer<typeof Keyring>;

/** The JSON of a setting. */
const jsonOf = (name: string) =>
  z.string().transform((text, issue) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      issue.addIssue(`${name} is not JSON`);
      return z.NEVER;
    }
  });

/** Our message → the template chosen on WeChat’s site: its id, and what its fields are called there (`thing1`, `time2`). */
const WechatTemplates = z.partialRecord(
  z.enum(subscriptionTemplates),
  z.strictObject({ id: z.string().min(1), what: z.string().min(1), when: z.string().min(1) }),
);
export type WechatTemplates = z.infer<typeof WechatTemplates>;

const Environment = z.object({
  // Anything but `production` is the demo, so that a forgotten setting never opens a real community to demo sign-ins.
  NUANLIN_MODE: z
    .string()
    .optional()
    .transform((mode): 'production' | 'demo' => (mode === 'production' ? 'production' : 'demo')),
  NUANLIN_HOST: z.string().default('127.0.0.1'),
  NUANLIN_PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  MONGODB_URI: z.string().startsWith('mongodb'),
  NUANLIN_DB: z.string().max(60).default('nuanlin'),
  NUANLIN_KEYS: jsonOf('NUANLIN_KEYS').pipe(Keyring),
  NUANLIN_WECHAT_URL: z.url().default('https://api.weixin.qq.com'),
  NUANLIN_WECHAT_APPID: z.string().default(''),
  NUANLIN_WECHAT_SECRET: z.string().default(''),
  NUANLIN_WECHAT_TEMPLATES: jsonOf('NUANLIN_WECHAT_TEMPLATES').pipe(WechatTemplates).default({}),
  /** The gateway that carries messages to telephones, and the secret that signs what we send it. */
  NUANLIN_MESSAGE_URL: z.url({ protocol: /^https?$/ }).optional(),
  NUANLIN_MESSAGE_SECRET: z.string().min(16).optional(),
  NUANLIN_STATIC: z.string().optional(),
  NUANLIN_NOW: z.iso.datetime({ offset: true }).optional(),
  NUANLIN_METRICS_TOKEN: z.string().min(16).optional(),
  NUANLIN_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** Reads and checks the whole configuration once. Throws one error that names every wrong setting. */
export function readConfig(environment: Record<string, string | undefined>) {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    throw new Error(
      `configuration: ${parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    );
  }
  const env = parsed.data;
  if (env.NUANLIN_MODE === 'production' && env.NUANLIN_NOW) {
    throw new Error('configuration: NUANLIN_NOW moves the clock of the demo only');
  }
  if (env.NUANLIN_MESSAGE_URL && !env.NUANLIN_MESSAGE_SECRET) {
    throw new Error('configuration: NUANLIN_MESSAGE_URL needs NUANLIN_MESSAGE_SECRET');
  }
  if (env.NUANLIN_MODE === 'demo' && !loopback.includes(env.NUANLIN_HOST)) {
    throw new Error(
      'configuration: the demo listens on loopback only; set NUANLIN_MODE=production for another host',
    );
  }
  return {
    mode: env.NUANLIN_MODE,
    host: env.NUANLIN_HOST,
    port: env.NUANLIN_PORT,
    mongoUri: env.MONGODB_URI,
    database: env.NUANLIN_DB,
    keys: env.NUANLIN_KEYS,
    wechat: {
      baseUrl: env.NUANLIN_WECHAT_URL,
      appId: env.NUANLIN_WECHAT_APPID,
      secret: env.NUANLIN_WECHAT_SECRET,
      templates: env.NUANLIN_WECHAT_TEMPLATES,
    },
    messages: env.NUANLIN_MESSAGE_URL
      ? { url: env.NUANLIN_MESSAGE_URL, secret: env.NUANLIN_MESSAGE_SECRET as string }
      : null,
    staticFolder: env.NUANLIN_STATIC ?? null,
    startAt: env.NUANLIN_NOW ? new Date(env.NUANLIN_NOW) : null,
    metricsToken: env.NUANLIN_METRICS_TOKEN ?? null,
    logLevel: env.NUANLIN_LOG,
  };
}

export type Config = ReturnType<typeof readConfig>;
