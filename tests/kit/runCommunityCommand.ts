import mongoose from 'mongoose';
import { runCommunity } from '../../scripts/community/runCommunity';

/** The command without the look at what is installed; with `KILL_AT_WRITE` it dies just before that write. */
const killAt = Number(process.env.KILL_AT_WRITE);
const writes = new Set(['insert', 'update', 'findAndModify', 'delete', 'commitTransaction']);
if (killAt) {
  const open = mongoose.createConnection.bind(mongoose);
  mongoose.createConnection = ((uri: string, options: object) => {
    const connection = open(uri, { ...options, monitorCommands: true });
    let seen = 0;
    void connection.asPromise().then(() =>
      connection.getClient().on('commandStarted', ({ commandName, command }) => {
        if (command.autocommit !== false || !writes.has(commandName)) return;
        seen += 1;
        if (seen === killAt) process.kill(process.pid, 'SIGKILL');
      }),
    );
    return connection;
  }) as never;
}
void runCommunity(process.argv).then((code) => {
  process.exitCode = code;
});
