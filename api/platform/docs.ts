import path from 'node:path';
import { send } from '@koa/send';
import type { Routes } from './routes';

const viewer = path.dirname(require.resolve('swagger-ui-dist/package.json'));
const files = ['swagger-ui-bundle.js', 'swagger-ui.css'];

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>暖邻 API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;
// A file of its own: the policy of the page allows no inline script. What is tried here is a real call, so it is off.
const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, displayOperationId: true, supportedSubmitMethods: [], validatorUrl: null });
`;

/** /docs: every operation for people to read, drawn from /openapi.json; all files come from here. */
export function docs(routes: Routes): void {
  routes.on('GET', '/docs', (http) => {
    http.type = 'html';
    http.body = page;
  });
  routes.on('GET', '/docs/start.js', (http) => {
    http.type = 'js';
    http.body = start;
  });
  for (const file of files)
    routes.on('GET', `/docs/${file}`, (http) => send(http, file, { root: viewer, maxAge: 3_600_000 }));
}
