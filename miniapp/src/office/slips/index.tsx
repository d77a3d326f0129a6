import type { SlipKind } from '@shared/accounts/slipsContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useMe } from '@/client/queries';
import { useSignIns } from '@/client/queries/staff';
import { isBrowser } from '@/client/send';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Heading, Notice, Page, State } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { Choice } from './Choice';
import { Leaving, PassedOver } from './Notes';
import { Sheet } from './Sheet';
import '@/parts/print.scss';
import './slips.scss';
import { useIssuing } from './useIssuing';
import { useLeaving } from './useLeaving';
import { useSlipWords } from './words';

/** One-time passwords for everybody who has not come in yet, as slips to print, cut and hand over. */
export default function Slips() {
  useEntry();
  const words = useSlipWords();
  if (isBrowser) return <AtDesk />;
  return (
    <Page title={words.title}>
      <State icon="paper" words={words.onlyBrowser} />
    </Page>
  );
}

function AtDesk() {
  const words = useSlipWords();
  const watermark = useWatermark();
  const community = useMe().data?.community?.name ?? '';
  const signIns = useSignIns();
  const { none = 0, oneTime = 0 } = signIns.data ?? {};
  const [chosen, setChosen] = useState<SlipKind | ''>('');
  const which = chosen || (none ? 'none' : 'oneTime');
  const { slips, skipped, left, state, refusal, start } = useIssuing();
  const { isAsking, onBack, stay } = useLeaving(state === 'running' || slips.length > 0);
  const go = () => void start(which);
  const wanted = which === 'none' ? none : oneTime;
  const progress = words.making(slips.length, left === null ? wanted : slips.length + left);
  const foot = {
    before: wanted > 0 && <Button label={words.make(wanted)} onTap={go} />,
    running: <Button off label={progress} onTap={() => undefined} />,
    broken: <Button label={words.goOn} onTap={go} />,
    done: slips.length > 0 && <Button label={words.print} onTap={() => window.print()} />,
  }[state];
  return (
    <Page isWide title={words.title} watermark={watermark} onBack={onBack} foot={!isAsking && foot}>
      {isAsking && <Leaving onStay={stay} />}
      {state === 'before' && (
        <Async query={signIns} empty={none + oneTime === 0 && <State icon="done" words={words.nobody} />}>
          <Choice counts={{ none, oneTime }} which={which} onChoose={setChosen} />
        </Async>
      )}
      {state === 'running' && <State icon="clock" words={progress} />}
      {state === 'broken' && (
        <Notice>
          {refusal} {words.broken(slips.length)}
        </Notice>
      )}
      {state === 'done' && (
        <Card kind="warm">
          <Heading>{words.made(slips.length)}</Heading>
          <View>{words.keep}</View>
        </Card>
      )}
      <PassedOver skipped={skipped} />
      {slips.length > 0 && <Sheet community={community} slips={slips} />}
    </Page>
  );
}
