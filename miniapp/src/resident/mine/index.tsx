import { useMe } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Async, Card, Heading, Line, Menu, Page } from '@/parts';
import { CloseHealth } from './CloseHealth';
import { useMineMenu } from './menu';
import { Unbind } from './Unbind';
import { useMineWords } from './words';

/** The own household: who lives here, and the way to everything that is mine. */
export default function Mine() {
  useEntry();
  const words = useMineWords();
  const entries = useMineMenu();
  const me = useMe();
  const household = me.data?.household;
  const mine = household?.people.find(({ isMe }) => isMe);
  return (
    <Page title={household?.byMandate ? words.theirs : words.title}>
      <Async query={me}>
        {household && (
          <Card>
            <Heading>{household.door}</Heading>
            {household.people.map(({ residentId, name, isMe }) => (
              <Line key={residentId} label={isMe ? name + words.me : name} />
            ))}
          </Card>
        )}
        {mine && <CloseHealth residentId={mine.residentId} />}
        <Menu entries={entries} />
        {household && <Unbind />}
      </Async>
    </Page>
  );
}
