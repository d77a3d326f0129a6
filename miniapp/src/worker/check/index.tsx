import type { ObservationView } from '@shared/observation/contract';
import { View } from '@tarojs/components';
import { call } from '@/client/call';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useEnding } from '@/client/queries/observations';
import { useEntry } from '@/client/useEntry';
import { Needs } from '@/observation/Needs';
import { useAct } from '@/observation/useAct';
import { useObservationWords } from '@/observation/words';
import { Async, Button, Card, Link, Notice, Page, State } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { ObservedPerson } from '../ObservedPerson';

/** Whose last day has come in the own grids: what was missed is listed, one tap checks. */
export default function Check() {
  useEntry();
  const words = useObservationWords();
  const watermark = useWatermark();
  const list = useEnding();
  const items = list.data ?? [];
  const ordered = [...items].sort((a, b) => Number(isChecked(a)) - Number(isChecked(b)));
  return (
    <Page title={words.checkTitle} watermark={watermark}>
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.checkNone} />}>
        <Card>
          <View className="help">{words.checkHelp}</View>
        </Card>
        {ordered.map((one) => (
          <ToCheck key={one.id} of={one} />
        ))}
      </Async>
    </Page>
  );
}

const isChecked = ({ release }: ObservationView) => release !== null && release.checkedAt !== null;
/** Not the worker’s to mend, or mended by this very tap. */
const notTheirs = ['release.periodNotOver', 'release.notChecked', 'release.late', 'release.notApproved'];

function ToCheck({ of }: { of: ObservationView }) {
  const words = useObservationWords();
  const { act, isSending, refusal } = useAct();
  const missed = of.release?.missed ?? [];
  const hasNew = missed.some(({ isSeen }) => !isSeen);
  const isDone = isChecked(of);
  const check = () =>
    act(() =>
      call('checkObservation', {
        params: { id: of.id },
        body: { seenVersion: of.version, acknowledgedSlotIds: missed.map(({ slotId }) => slotId) },
      }),
    );
  const label = missed.length ? words.checkSeen : words.check;
  return (
    <Card kind={isDone ? '' : 'waiting'}>
      <ObservedPerson of={of} />
      <Needs of={of} without={notTheirs} />
      <Link label={words.open} onTap={() => open(pages.observation, { id: of.id })} />
      {refusal && <Notice>{refusal}</Notice>}
      {of.actions.includes('check') && (!isDone || hasNew) && (
        <Button
          kind="tint"
          icon="done"
          label={isDone ? words.checkAgain : label}
          off={isSending}
          onTap={() => void check()}
        />
      )}
    </Card>
  );
}
