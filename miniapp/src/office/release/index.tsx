import type { ObservationView } from '@shared/observation/contract';
import { mostReleases } from '@shared/observation/release';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useEnding } from '@/client/queries/observations';
import { useEntry } from '@/client/useEntry';
import { Needs } from '@/observation/Needs';
import { ObservationHead } from '@/observation/ObservationHead';
import { useAct } from '@/observation/useAct';
import { useObservationWords } from '@/observation/words';
import { Async, Button, Card, Cells, Heading, Link, Notice, Page, State } from '@/parts';
import { usePlainWords } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';

const isReady = ({ release }: ObservationView) => release !== null && release.blocking.length === 0;

/** Whose last day has come: those that are ready are chosen and released together, of the others it is said what is missing. */
export default function Release() {
  useEntry();
  const words = useObservationWords();
  const plain = usePlainWords();
  const watermark = useWatermark();
  const list = useEnding();
  const [chosen, choose] = useState<string[]>([]);
  const { said, sendFor, isSending, refusal } = useReleasing();
  const items = list.data ?? [];
  const ready = items.filter(isReady);
  const others = items.filter((one) => !isReady(one));
  // Somebody else may have released one of them meanwhile.
  const going = ready.filter(({ id }) => chosen.includes(id));
  const change = (ids: string[]) => !isSending && choose(ids);
  const toggle = (id: string) =>
    change(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const foot = (
    <Button
      label={isSending ? plain.sending : words.release(going.length)}
      off={!going.length || isSending}
      onTap={() => going.length > 0 && void sendFor(going).then(() => choose([]))}
    />
  );
  return (
    <Page isWide title={words.releaseTitle} watermark={watermark} foot={ready.length > 0 && foot}>
      {said.map((text) => (
        <Notice key={text} kind="warm">
          {text}
        </Notice>
      ))}
      {refusal && <Notice>{refusal}</Notice>}
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.releaseNone} />}>
        {ready.length > 0 && <Heading>{words.ready}</Heading>}
        {ready.length > 1 && (
          <Link
            label={going.length === ready.length ? words.chooseNone : words.chooseAll}
            onTap={() => change(going.length === ready.length ? [] : ready.map(({ id }) => id))}
          />
        )}
        {ready.map((one) => (
          <Card key={one.id}>
            <Cells
              label=""
              whole
              value={going.map(({ id }) => id)}
              onChange={toggle}
              options={[{ value: one.id, label: `${one.door} ${one.name}` }]}
            />
            <Needs of={one} />
          </Card>
        ))}
        {others.length > 0 && <Heading>{words.notReady}</Heading>}
        {others.map((one) => (
          <Card key={one.id} kind="waiting">
            <ObservationHead of={one} />
            <Needs of={one} />
            <View className="row">
              <Link label={words.open} onTap={() => open(pages.observation, { id: one.id })} />
            </View>
          </Card>
        ))}
      </Async>
    </Page>
  );
}

/** Sends the chosen together and says how it went; whoever was refused stays in the list with what is missing. */
function useReleasing() {
  const words = useObservationWords();
  const { act, isSending, refusal } = useAct();
  const [said, say] = useState<string[]>([]);
  const sendFor = async (going: ObservationView[]) => {
    say([]);
    await act(async () => {
      const releases = going.map(({ id, version }) => ({ id, seenVersion: version }));
      const done: ObservationView[] = [];
      let refused = 0;
      for (let from = 0; from < releases.length; from += mostReleases) {
        const body = { releases: releases.slice(from, from + mostReleases) };
        const { results } = await call('releaseObservations', { body });
        done.push(...results.flatMap(({ observation }) => observation ?? []));
        refused += results.filter(({ observation }) => !observation).length;
        const told = done.filter(({ isToldAtHome }) => isToldAtHome).length;
        say([
          ...(done.length ? [words.released(done.length, told)] : []),
          ...(refused ? [words.refused(refused)] : []),
        ]);
      }
    });
  };
  return { said, sendFor, isSending, refusal };
}
