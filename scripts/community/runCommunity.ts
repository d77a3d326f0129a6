import { Command } from 'commander';
import { plainLine } from '../plainFailure';
import { create } from './create';
import { newPassword } from './newPassword';

export interface Printing {
  line(text: string): unknown;
  fault(text: string): unknown;
}
const onScreen: Printing = {
  line: (text) => process.stdout.write(`${text}\n`),
  fault: (text) => process.stderr.write(`${text}\n`),
};

/** Reads the command line and answers the exit code; a failure is one line, a stack only where it is a defect. */
export async function runCommunity(argv: string[], { line, fault } = onScreen): Promise<number> {
  const program = new Command('npm run community --').description(
    'Makes a real community and its office, in the database of MONGODB_URI (with NUANLIN_KEYS), or else in .data/',
  );
  program
    .command('create')
    .description('a community, its top grid, home-14 in force, and the head of its office')
    .requiredOption('--name <name>', 'of the community, such as 幸福社区')
    .requiredOption('--district <name>', 'district that gets its totals')
    .requiredOption('--street <name>', 'street that gets its totals')
    .requiredOption('--duty-name <name>', 'duty officer: the last who is responsible')
    .requiredOption('--duty-phone <phone>', 'stands on every resident’s screen')
    .option('--health-name <name>', 'health station')
    .option('--health-phone <phone>', 'stands on every resident’s screen')
    .requiredOption('--office-name <name>', 'head of the office, in full')
    .requiredOption('--office-phone <phone>', 'signs in under this telephone')
    .action((options) => create(options, line));
  program
    .command('password')
    .description('a new one-time password for the head of an office who has lost theirs')
    .requiredOption('--name <name>', 'of the community')
    .requiredOption('--office-phone <phone>', 'telephone of the head')
    .action((options) => newPassword(options, line));
  try {
    await program.parseAsync(argv);
    return 0;
  } catch (error) {
    fault(plainLine(error) ?? `Could not do it: ${(error as Error).stack}`);
    return 1;
  }
}
