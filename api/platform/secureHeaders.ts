import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import path from 'node:path';
import helmet, { type HelmetOptions } from 'helmet';
import type { Middleware } from 'koa';

type Header = readonly [name: string, value: string];

/** Of data: nothing in it is run, framed or shown; what is for documents alone is left out. */
const data: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  strictTransportSecurity: false,
};

/** Security headers; the page’s own inline scripts are allowed by their hash, nothing else inline. They are the same for every answer: made once. */
export function secureHeaders(staticFolder: string | null): Middleware {
  const ofPages = headersOf({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...(staticFolder ? inlineHashes(staticFolder) : [])],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    // The demo is plain http on loopback; in production the proxy in front decides.
    strictTransportSecurity: false,
  });
  const ofData = headersOf(data);
  return (http, next) => {
    const isData = http.path.startsWith('/api/');
    for (const [name, value] of isData ? ofData : ofPages) http.res.setHeader(name, value);
    return next();
  };
}

/** What helmet says to these options; it needs nothing of a request for it. */
function headersOf(options: HelmetOptions): Header[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(options)(request, response, () => undefined);
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}

function inlineHashes(folder: string): string[] {
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
  return scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}
