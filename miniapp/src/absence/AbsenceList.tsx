import type { AbsenceView } from '@shared/grids/absenceContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { useAbsences } from '@/client/queries/grids';
import { Async, Button, Card, Chip, Heading, Notice, State } from '@/parts';
import { useMomentText, usePlainWords } from '@/words';
import { useAbsenceWords } from './words';

/** Absences that are not over: who, until when, and who answers meanwhile. */
export function AbsenceList() {
  const words = useAbsenceWords();
  const absences = useAbsences();
  return (
    <>
      <Heading level={2}>{words.list}</Heading>
      <Async
        query={absences}
        empty={absences.data?.length === 0 && <State icon="done" words={words.nobody} />}
      >
        {absences.data?.map((absence) => (
          <Absence key={absence.id} absence={absence} />
        ))}
      </Async>
    </>
  );
}

function Absence({ absence }: { absence: AbsenceView }) {
  const words = useAbsenceWords();
  const plain = usePlainWords();
  const moment = useMomentText();
  const [isFailed, setFailed] = useState(false);
  const { id, person, from, until, reason, state, setBy, covers, actions } = absence;
  const end = async () => {
    setFailed(false);
    await call('endAbsence', { params: { id } }).catch(() => setFailed(true));
    touched('absence');
  };
  return (
    <Card>
      <View className="row between">
        <View className="title">{person.name}</View>
        <Chip
          kind={state === 'now' ? 'warn' : 'info'}
          label={`${words.states[state]} · ${words.reasons[reason]}`}
        />
      </View>
      <View>{words.span(moment(from), moment(until))}</View>
      {covers.map(({ grid, name }) => (
        <View className="under" key={grid}>
          {words.cover(grid, name)}
        </View>
      ))}
      {setBy.accountId !== person.accountId && <View className="help">{words.setBy(setBy.name)}</View>}
      {isFailed && <Notice>{plain.failed}</Notice>}
      {actions.includes('end') && (
        <Button kind="tint" label={state === 'now' ? words.back : words.cancel} onTap={() => void end()} />
      )}
    </Card>
  );
}
