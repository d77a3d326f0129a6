import type { TeamView } from '@shared/grids/teamContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useTeams } from '@/client/queries/helpers';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Heading, Line, Link, Page, State } from '@/parts';
import { useKindWord } from '@/requests/errands/words';
import { useWatermark } from '@/worklist/useWatermark';
import { Opened } from './Opened';
import { TeamForm } from './TeamForm';
import { useHelperWords } from './words';

/** Who helps beside the staff of grids: what volunteers may accept, and teams with one task. */
export default function Helpers() {
  useEntry();
  const words = useHelperWords();
  const watermark = useWatermark();
  const teams = useTeams();
  /** The id of the one that is being changed; `new` of one that is being made. */
  const [changing, change] = useState('');
  const done = () => change('');
  // One that somebody else has ended meanwhile is not changed any more.
  const changed = changing === 'new' ? null : teams.data?.find(({ id }) => id === changing);
  if (changed !== undefined)
    return (
      <Page title={words.title} watermark={watermark} onBack={done}>
        <TeamForm key={`${changing} ${changed?.version}`} team={changed} onDone={done} />
      </Page>
    );
  return (
    <Page
      title={words.title}
      watermark={watermark}
      foot={<Button icon="person" label={words.add} onTap={() => change('new')} />}
    >
      <Opened />
      <Card>
        <Line label={words.volunteers} onTap={() => open(pages.staff)} />
      </Card>
      <Heading>{words.teams}</Heading>
      <View className="help">{words.teamsHelp}</View>
      <Async query={teams} empty={!teams.data?.length && <State icon="person" words={words.noTeams} />}>
        {teams.data?.map((team) => (
          <Team key={team.id} of={team} onChange={() => change(team.id)} />
        ))}
      </Async>
    </Page>
  );
}

function Team({ of, onChange }: { of: TeamView; onChange(): void }) {
  const words = useHelperWords();
  const kindWord = useKindWord();
  const namesOf = (some: readonly { name: string }[]) => some.map(({ name }) => name).join('、');
  return (
    <Card>
      <Heading level={3} look="title">
        {of.name}
      </Heading>
      <View className="under">{of.kinds.map((kind) => kindWord(kind)).join('、')}</View>
      <View className="help">{namesOf(of.grids)}</View>
      <View>{namesOf(of.members) || words.nobody}</View>
      <Link label={words.change(of.name)} onTap={onChange} />
    </Card>
  );
}
