import { useState } from 'react';
import { useMe } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Async, Cells, Page } from '@/parts';
import { AccessLines } from '@/residents/AccessLines';
import { useMineWords } from '../words';

/** Who has looked at the data of the own household. */
export default function AccessLog() {
  useEntry();
  const words = useMineWords();
  const me = useMe();
  const people = me.data?.household?.people ?? [];
  const [chosen, setChosen] = useState('');
  const first = people.find(({ isMe }) => isMe) ?? people[0];
  const id = chosen || (first?.residentId ?? '');
  return (
    <Page title={words.menu.accessLog}>
      <Async query={me}>
        {people.length > 1 && (
          <Cells
            label={words.whose}
            value={id}
            onChange={setChosen}
            options={people.map((one) => ({ value: one.residentId, label: one.name }))}
          />
        )}
        {id && <AccessLines key={id} id={id} />}
      </Async>
    </Page>
  );
}
