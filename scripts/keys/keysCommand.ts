import { Command } from 'commander';
import { readConfig } from '../../api/platform/config';
import { connect } from '../../api/platform/mongo';
import { rewrapDataKeys } from '../../api/platform/sealing';
import { addKeys, type KeyringText, makeKeys } from './makeKeys';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** `npm run keys`: makes the keyring of an installation, adds new keys to it, and moves the data keys to the new one. */
export async function keysCommand(argv: string[]): Promise<void> {
  const command = new Command('npm run keys --').description('The keyring of an installation (NUANLIN_KEYS)');
  command
    .command('make')
    .description('prints a new keyring')
    .action(() => say(JSON.stringify(makeKeys())));
  command
    .command('add')
    .description('prints NUANLIN_KEYS with a new current key for sealing and for tokens')
    .action(() => {
      readConfig({ MONGODB_URI: 'mongodb://unused', ...process.env });
      say(JSON.stringify(addKeys(JSON.parse(process.env.NUANLIN_KEYS as string) as KeyringText)));
    });
  command
    .command('rewrap')
    .description('seals every data key with the current master key; may be repeated and cut')
    .action(rewrap);
  await command.parseAsync(argv);
}

async function rewrap(): Promise<void> {
  const config = readConfig(process.env);
  const connection = await connect(config);
  try {
    const count = await rewrapDataKeys(connection, config.keys.master, (done) => say(`${done} data keys`));
    const [current, ...old] = config.keys.master.map(({ id }) => id);
    say(`${count} data keys moved to ${current}${old.length ? `; no longer needed: ${old.join(', ')}` : ''}`);
  } finally {
    await connection.close();
  }
}
