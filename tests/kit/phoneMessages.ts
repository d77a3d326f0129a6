import { eventually } from './eventually';
import type { TestCommunity } from './startCommunity';

/** The newest message to a telephone, as the demo’s page shows it. */
export async function lastMessage({ anybody }: Pick<TestCommunity, 'anybody'>, phone: string) {
  const { items } = await anybody.gets('listDemoMessages', { query: { limit: 100 } });
  return items.find((message) => message.phone === phone) ?? null;
}

/** The code that somebody reads on this telephone. */
export async function codeOn(community: Pick<TestCommunity, 'anybody'>, phone: string): Promise<string> {
  const message = await eventually(
    () => lastMessage(community, phone),
    (last) => last?.params.code !== undefined,
  );
  return message?.params.code ?? '';
}

/** Some other six digits. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
