import { type DailyKind, dailyKinds } from '@shared/schedules/kinds';
import { windowFaults } from '@shared/schedules/windowRules';
import type { Window } from '@shared/schedules/windows';
import type { ScheduleView } from '@shared/schedules/windowsContract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { useSchedules } from '@/client/queries/observations';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Cells, Chip, Notice, Page } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { WindowForm } from './WindowForm';
import { useWindowsWords } from './words';

/** The hours of a day in which something is owed in this community, and what they mean (domain, section 4). */
export default function Windows() {
  const isReady = useEntry();
  const words = useWindowsWords();
  const query = useSchedules(isReady);
  const [kind, choose] = useState<DailyKind>('temperature');
  const [saved, setSaved] = useState('');
  const own = query.data?.items.find((one) => one.kind === kind);
  const which = (
    <Cells
      label={words.which}
      halves
      value={kind}
      onChange={(value) => {
        choose(value as DailyKind);
        setSaved('');
      }}
      options={dailyKinds.map((value) => ({ value, label: words.kinds[value] }))}
    />
  );
  if (own)
    return (
      <Form
        key={`${kind} ${JSON.stringify(own.windows)}`}
        own={own}
        isSaved={saved === kind}
        onSaved={() => setSaved(kind)}
      >
        {which}
      </Form>
    );
  return (
    <Page title={words.title}>
      <Async query={query}>{null}</Async>
    </Page>
  );
}

interface FormProps {
  own: ScheduleView;
  /** They were changed just now. */
  isSaved: boolean;
  onSaved(): void;
  children: ReactNode;
}

function Form({ own, isSaved, onSaved, children }: FormProps) {
  const words = useWindowsWords();
  const plain = usePlainWords();
  const [windows, setWindows] = useState(own.windows as Window[]);
  const [isSending, setSending] = useState(false);
  const { refusal, faultOf, show, showRefusal, recheck } = useFaults();
  const { kind } = own;
  const isSame = JSON.stringify(windows) === JSON.stringify(own.windows);
  const change = (at: number, changes: Partial<Window>) => {
    const next = windows.map((one, i) => (i === at ? { ...one, ...changes } : one));
    setWindows(next);
    recheck(windowFaults(kind, next));
  };
  const save = async () => {
    const found = windowFaults(kind, windows);
    if (found.length) return show(found);
    setSending(true);
    try {
      await call('setWindows', { params: { kind }, body: { windows } });
      onSaved();
      touched('schedule');
    } catch (error) {
      showRefusal(error);
    }
    setSending(false);
  };
  return (
    <Page
      title={words.title}
      foot={
        <Button
          label={isSending ? plain.sending : isSame ? words.same : words.save}
          off={isSame || isSending}
          onTap={() => void (isSame || save())}
        />
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      <Card>
        {children}
        <View className="row wrap">
          {isSaved && isSame && <Chip kind="ok" label={words.saved} />}
          <Chip kind="info" label={own.isOwn ? words.isOwn : words.isUsual} />
        </View>
        <View className="under">{words.from}</View>
      </Card>
      {windows.map((window, at) => (
        <WindowForm
          key={window.name}
          kind={kind}
          window={window}
          isRight={!windowFaults(kind, windows).some(({ path }) => path.startsWith(`windows.${at}.`))}
          faultOf={(field) => faultOf(`windows.${at}.${field}`)}
          onChange={(changes) => change(at, changes)}
        />
      ))}
    </Page>
  );
}
