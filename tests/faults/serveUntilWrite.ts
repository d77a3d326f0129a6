import mongoose from 'mongoose';
import { serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';

/**
 * Runs the API as it is and kills it with -9 just before its n-th write inside a transaction, or to one collection
 * (`KILL_AT_WRITE`, `KILL_IN`).
 * The product knows nothing of it: the driver's own monitoring counts.
 */
const killAt = Number(process.env.KILL_AT_WRITE);
const killIn = process.env.KILL_IN;
const writes = new Set(['insert', 'update', 'findAndModify', 'delete', 'commitTransaction']);
const open = mongoose.createConnection.bind(mongoose);
mongoose.createConnection = ((uri: string, options: object) =>
  open(uri, { ...options, monitorCommands: true })) as never;

serve(readConfig(process.env)).then(({ url, context }) => {
  let seen = 0;
  context.connection.getClient().on('commandStarted', ({ commandName, command }) => {
    const isCounted = killIn ? command[commandName] === killIn : command.autocommit === false;
    if (!isCounted || !writes.has(commandName)) return;
    seen += 1;
    if (seen === killAt) process.kill(process.pid, 'SIGKILL');
  });
  process.stdout.write(`${url}\n`);
});
