/** Run in the folder where miniprogram-ci is: prints, as the last line, what WeChat’s own checks say of a project. */
const { generateKeyPairSync } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

const ci = createRequire(path.join(process.cwd(), 'package.json'))('miniprogram-ci');
const [root] = process.argv.slice(2);

async function check() {
  // Only an upload needs the key of a real program; this one is nobody’s.
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync('nobody.key', privateKey.export({ type: 'pkcs1', format: 'pem' }));
  const project = new ci.Project({
    appid: 'wx0000000000000001',
    type: 'miniProgram',
    projectPath: root,
    privateKeyPath: 'nobody.key',
    ignores: ['node_modules/**/*'],
  });
  // What WeChat’s server allows a program; without a network its defaults.
  project.attr = async () => ci.DefaultProjectAttr;
  const quality = await ci.checkCodeQuality(project, 'quality.json');
  const config = JSON.parse(readFileSync(path.join(root, 'project.config.json'), 'utf8'));
  const app = await ci.getAppJSON(project);
  return {
    failed: quality.filter(({ success }) => !success).map(({ name, detail }) => ({ name, detail })),
    passed: quality.filter(({ success }) => success).length,
    projectConfig: ci.schemaValidate('projectconfig', config),
    app: app.__warning__ ?? '',
  };
}

check().then(
  (result) => {
    process.stdout.write(`\n${JSON.stringify(result)}\n`);
    process.exit(0);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
