/** A process that sweeps slots until none is due, and says how many steps it found. */
import { closeContext, openContext } from '../../../api/openContext';
import { readConfig } from '../../../api/platform/config';
import { sweepOnce } from '../../../api/platform/sweep';
import { slotWork } from '../../../api/schedules';

async function main(): Promise<void> {
  const context = await openContext(readConfig(process.env));
  process.stdout.write('ready\n');
  process.stdin.once('data', async () => {
    await context.clock.reload();
    const done = await sweepOnce(context, slotWork);
    process.stdout.write(`${done}\n`);
    await closeContext(context);
    process.exit(0);
  });
}
void main();
