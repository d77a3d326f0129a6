import type { ReturnView } from '@shared/returns/contract';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { goBack } from '@/client/navigate';
import { useParty } from '@/client/queries';
import { Async, Button, Card, Cells, Notice, Page, State, TextField } from '@/parts';
import { usePlainWords } from '@/words';
import { JourneyFields } from './JourneyFields';
import { journeyBody, journeyFrom } from './journey';
import { useFaults } from './useFaults';
import { useReturnWords } from './words';

/** Corrects what was declared, before it is verified: the journey of all, or the name and telephone of one. */
export function CorrectReturn({ partyId }: { partyId: string }) {
  const words = useReturnWords();
  const party = useParty(partyId);
  const open = party.data?.items.filter(({ actions }) => actions.includes('update')) ?? [];
  const [first] = open;
  if (first) return <CorrectForm open={open} first={first} />;
  return (
    <Page title={words.correctTitle}>
      <Async query={party}>
        <State icon="paper" words={words.nothingToCorrect} />
      </Async>
    </Page>
  );
}

const journey = 'journey';

function CorrectForm({ open, first }: { open: ReturnView[]; first: ReturnView }) {
  const words = useReturnWords();
  const plain = usePlainWords();
  const [form, setForm] = useState(() => journeyFrom(first));
  const [whose, setWhose] = useState(journey);
  const [person, setPerson] = useState({ name: '', phone: '' });
  const [isSending, setSending] = useState(false);
  const { faultOf, refusal, showRefusal } = useFaults();
  const save = async () => {
    setSending(true);
    try {
      const changes = whose === journey ? journeyBody(form) : typed(person);
      for (const { id, version } of open.filter(({ id }) => whose === journey || id === whose))
        await call('updateReturn', { params: { id }, body: { seenVersion: version, ...changes } });
      touched('return');
      goBack();
    } catch (error) {
      showRefusal(error);
      touched('return');
    }
    setSending(false);
  };
  return (
    <Page
      title={words.correctTitle}
      foot={
        <Button
          label={isSending ? plain.sending : words.save}
          off={isSending}
          onTap={() => !isSending && void save()}
        />
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      <Cells
        label={words.whose}
        value={whose}
        onChange={setWhose}
        options={[
          { value: journey, label: words.journey },
          ...open.map(({ id, person: { name } }) => ({ value: id, label: name })),
        ]}
      />
      {whose === journey ? (
        <JourneyFields
          form={form}
          faultOf={faultOf}
          onChange={(changes) => setForm({ ...form, ...changes })}
        />
      ) : (
        <Card key={whose}>
          <TextField
            label={words.name}
            value=""
            onChange={(name) => setPerson({ ...person, name })}
            fault={faultOf('name')}
          />
          <TextField
            label={words.phone}
            type="number"
            value=""
            onChange={(phone) => setPerson({ ...person, phone })}
            fault={faultOf('phone')}
          />
        </Card>
      )}
    </Page>
  );
}

/** An empty field stays as it was. */
const typed = ({ name, phone }: { name: string; phone: string }) => ({
  ...(name && { name }),
  ...(phone && { phone }),
});
