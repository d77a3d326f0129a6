import { serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { seedDemo } from '../seed/seedDemo';

/** The API as it is; says its address, and its largest memory in MB when it is told to stop. */
serve(readConfig(process.env)).then(async (running) => {
  await seedDemo(running.context, () => undefined);
  process.stdout.write(`${running.url}\n`);
  process.stdin.once('data', async () => {
    process.stdout.write(`${Math.round(process.resourceUsage().maxRSS / 1024)}\n`);
    await running.stop();
    process.exit(0);
  });
});
