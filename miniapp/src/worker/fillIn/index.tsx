import { faultsOf } from '@shared/faults';
import type { FieldError } from '@shared/problems';
import { Corrections, Journey } from '@shared/returns/declaration';
import { journeyFaults } from '@shared/returns/rules';
import type { ReturnView } from '@shared/returns/view';
import { Document, documentKinds } from '@shared/roster/identity';
import { useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { touched } from '@/client/live';
import { goBack } from '@/client/navigate';
import { Button, Card, Cells, Heading, Notice, Page, TextField } from '@/parts';
import { JourneyFields } from '@/returns/JourneyFields';
import { filled, journeyBody, newJourney } from '@/returns/journey';
import { OfReturn } from '@/returns/OfReturn';
import { useFaults } from '@/returns/useFaults';
import { useChoiceWords, useReturnWords } from '@/returns/words';
import { usePlainWords } from '@/words';
import { Told } from '../verify/Told';
import { useFillInWords } from './words';

/** After a call: who a tip was about, and how they came. */
export default function FillIn() {
  const words = useFillInWords();
  return (
    <OfReturn title={words.title}>{(one, watermark) => <Form one={one} watermark={watermark} />}</OfReturn>
  );
}

const nobody = { name: '', docKind: 'residentId', docNumber: '', phone: '' };

function useFillIn({ id, version }: ReturnView) {
  const [journey, setJourney] = useState(newJourney);
  const [person, setPerson] = useState(nobody);
  const [isSending, setSending] = useState(false);
  const { faultOf, refusal, show, showRefusal } = useFaults();
  const save = async () => {
    if (isSending) return;
    const body = { ...journeyBody(journey), ...personBody(person) };
    const faults = faultsIn(body);
    show(faults);
    if (faults.length) return;
    setSending(true);
    try {
      await call('updateReturn', { params: { id }, body: { seenVersion: version, ...body } as never });
      touched('return');
      goBack();
    } catch (error) {
      showRefusal(error);
      touched('return');
    }
    setSending(false);
  };
  return { journey, setJourney, person, setPerson, isSending, faultOf, refusal, save };
}

function personBody({ name, docKind, docNumber, phone }: typeof nobody) {
  const document = docKind === 'none' ? filled({ reason: docNumber }) : filled({ number: docNumber });
  return { ...filled({ name, phone }), document: { kind: docKind, ...document } };
}

/** By the same schema and rules as the server’s; nothing may be left out but the telephone. */
function faultsIn(body: ReturnType<typeof personBody> & ReturnType<typeof journeyBody>): FieldError[] {
  const { origin, leftAt, arrivedAt, transport, document, ...rest } = body;
  const parsed = [
    Journey.safeParse({ origin, leftAt, arrivedAt, transport }, { reportInput: true }),
    Corrections.required({ name: true }).safeParse(rest, { reportInput: true }),
  ];
  const asDocument = Document.safeParse(document, { reportInput: true });
  return [
    ...parsed.flatMap(({ error }) => (error ? faultsOf(error) : [])),
    ...(asDocument.error ? faultsOf(asDocument.error, 'document') : []),
    ...journeyFaults(body, now()),
  ];
}

function Form({ one, watermark }: { one: ReturnView; watermark: string }) {
  const own = useFillInWords();
  const words = useReturnWords();
  const plain = usePlainWords();
  const choices = useChoiceWords();
  const { journey, setJourney, person, setPerson, isSending, faultOf, refusal, save } = useFillIn(one);
  const change = (changes: Partial<typeof nobody>) => setPerson((before) => ({ ...before, ...changes }));
  return (
    <Page
      title={own.title}
      watermark={watermark}
      foot={
        <Button label={isSending ? plain.sending : words.save} off={isSending} onTap={() => void save()} />
      }
    >
      <Heading look="head">{one.door}</Heading>
      <Told one={one} />
      {refusal && <Notice>{refusal}</Notice>}
      <Card>
        <TextField
          label={words.name}
          value=""
          onChange={(name) => change({ name })}
          fault={faultOf('name')}
        />
        <Cells
          label={words.docKind}
          value={person.docKind}
          onChange={(docKind) => change({ docKind, docNumber: '' })}
          options={documentKinds.map((value) => ({ value, label: choices[value] }))}
        />
        <TextField
          key={person.docKind}
          label={person.docKind === 'none' ? own.reason : words.docNumber}
          type={person.docKind === 'residentId' ? 'idcard' : 'text'}
          value=""
          onChange={(docNumber) => change({ docNumber })}
          fault={faultOf('document')}
        />
        <TextField
          label={words.phone + words.unchanged}
          type="number"
          value=""
          onChange={(phone) => change({ phone })}
          fault={faultOf('phone')}
        />
      </Card>
      <JourneyFields
        form={journey}
        faultOf={faultOf}
        onChange={(changes) => setJourney((before) => ({ ...before, ...changes }))}
      />
    </Page>
  );
}
