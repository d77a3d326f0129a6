import type { FieldError } from '@shared/problems';
import { Declaration } from '@shared/returns/contract';
import { journeyFaults, peopleFaults } from '@shared/returns/rules';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { areaList } from '@vant/area-data';
import { useState } from 'react';
import { now } from '@/client/clock';
import { dropDraft, keepDraft, readDraft } from '@/client/draft';
import { Problem } from '@/client/problem';
import { declare, useMe } from '@/client/queries';
import { refreshSession, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { uuidV7 } from '@/client/uuidV7';
import { Button, Card, Cells, Page, Select, TextField, TimeField } from '@/parts';
import { usePlainWords } from '@/words';
import { useFieldWords, useProblemWords } from '@/words/problems';
import { useChoiceWords, useResidentWords } from '../words';
import { Door } from './Door';
import { bodyOf, type Form, newForm, newPerson, type PersonForm } from './form';
import { PersonFields } from './PersonFields';

const draftName = 'declaration';
const options = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

export default function Declare() {
  const isReady = useEntry();
  const me = useMe();
  const words = useResidentWords();
  const plain = usePlainWords();
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  if (!isReady || !me.data) return <Page title={words.declareTitle}>{plain.loading}</Page>;
  const kept = readDraft<Form>(accountId, draftName);
  return (
    <DeclareForm
      first={kept ?? newForm(me.data.household?.dwellingId ?? '')}
      accountId={accountId}
      family={me.data.household?.people.map(({ name }) => name) ?? null}
    />
  );
}

/** One declaration for the family; every key stroke is kept, and the same key is sent again until it has arrived. */
function DeclareForm({
  first,
  accountId,
  family,
}: {
  first: Form;
  accountId: string;
  family: string[] | null;
}) {
  const words = useResidentWords();
  const plain = usePlainWords();
  const choices = useChoiceWords();
  const fieldWords = useFieldWords();
  const problemWords = useProblemWords();
  const [form, setForm] = useState<Form>(
    first.people.length || family ? first : { ...first, people: [newPerson()] },
  );
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [refusal, setRefusal] = useState('');
  const [isSending, setSending] = useState(false);
  // A changed form is another wish: it gets a key of its own.
  const change = (changes: Partial<Form>) =>
    setForm((before) => kept({ ...before, ...changes, key: uuidV7() }));
  const kept = (next: Form) => {
    keepDraft(accountId, draftName, next);
    return next;
  };
  const changePerson = (id: string, changes: Partial<PersonForm>) =>
    change({ people: form.people.map((person) => (person.id === id ? { ...person, ...changes } : person)) });
  const faultOf = (path: string) => {
    const fault = faults.find((f) => f.path === path || f.path.startsWith(`${path}.`));
    return fault && fieldWords[fault.code];
  };
  const toggle = (name: string) => {
    const there = form.people.find((person) => person.name === name);
    change({
      people: there ? form.people.filter((person) => person !== there) : [...form.people, newPerson(name)],
    });
  };

  const submit = async () => {
    const body = bodyOf(form, now());
    const found = faultsBefore(body, form);
    setFaults(found);
    setRefusal(found.length ? words.fix(found.length) : '');
    if (found.length) return;
    setSending(true);
    try {
      await declare(body, form.key);
      dropDraft(accountId, draftName);
      if (!family) await refreshSession();
      await Taro.reLaunch({ url: '/resident/home/index' });
    } catch (error) {
      setSending(false);
      if (!(error instanceof Problem)) return setRefusal(plain.offline);
      setFaults(error.errors);
      setRefusal(error.errors.length ? words.fix(error.errors.length) : problemWords(error.code));
    }
  };

  return (
    <Page title={words.declareTitle}>
      <Card>
        <Select
          label={words.province}
          empty={plain.choose}
          value={form.province}
          onChange={(province) => change({ province, city: '' })}
          fault={faultOf('origin')}
          options={[...options(areaList.province_list), { value: 'abroad', label: words.abroad }]}
        />
        {form.province === 'abroad' ? (
          <TextField
            label={words.country}
            value={form.country}
            onChange={(country) => change({ country: country.toUpperCase() })}
          />
        ) : (
          <Select
            label={words.city}
            empty={plain.choose}
            value={form.city}
            onChange={(city) => change({ city })}
            options={options(areaList.city_list).filter(
              ({ value }) => value.slice(0, 2) === form.province.slice(0, 2),
            )}
          />
        )}
        <TimeField
          label={words.leftAt}
          value={form.leftAt}
          onChange={(leftAt) => change({ leftAt })}
          fault={faultOf('leftAt')}
        />
        <TimeField
          label={words.arrivedAt}
          value={form.arrivedAt}
          onChange={(arrivedAt) => change({ arrivedAt })}
          fault={faultOf('arrivedAt')}
        />
        <Cells
          label={words.by2}
          value={form.kind}
          onChange={(kind) => change({ kind })}
          fault={faultOf('transport')}
          options={(['train', 'flight', 'coach', 'car', 'ship'] as const).map((value) => ({
            value,
            label: choices[value],
          }))}
        />
        <TextField label={words.number} value={form.number} onChange={(number) => change({ number })} />
        <TextField label={words.seat} value={form.seat} onChange={(seat) => change({ seat })} />
      </Card>
      {!family && <Door form={form} fault={faultOf('dwellingId')} onChange={change} />}
      <View className="title">{words.who}</View>
      {family && (
        <Cells
          label={words.family}
          value={form.people.map(({ name }) => name)}
          onChange={toggle}
          fault={faultOf('people')}
          options={family.map((name) => ({ value: name, label: name }))}
        />
      )}
      {form.people.map((person, i) => (
        <PersonFields
          key={person.id}
          person={person}
          isFirst={i === 0}
          faultOf={(field) => faultOf(`people.${i}.${field}`)}
          onChange={(changes) => changePerson(person.id, changes)}
          onRemove={() => change({ people: form.people.filter((p) => p !== person) })}
        />
      ))}
      <Button
        kind="plain"
        label={words.addPerson}
        onTap={() => change({ people: [...form.people, newPerson()] })}
      />
      {refusal && <Card kind="urgent">△ {refusal}</Card>}
      <Button label={isSending ? plain.sending : words.submit} off={isSending} onTap={() => void submit()} />
    </Page>
  );
}

/** The same schema and rules as the server's, before anything is sent; answered health is asked for here only. */
function faultsBefore(body: ReturnType<typeof bodyOf>, form: Form): FieldError[] {
  const parsed = Declaration.safeParse(body);
  const shape = parsed.success
    ? []
    : parsed.error.issues.map(
        (issue): FieldError => ({
          path: issue.path.join('.'),
          code: issue.code === 'custom' ? (issue.params?.code ?? 'format') : 'required',
        }),
      );
  const unanswered = form.people.flatMap(({ unwell }, i): FieldError[] =>
    unwell ? [] : [{ path: `people.${i}.unwell`, code: 'required' }],
  );
  if (shape.length) return [...shape, ...unanswered];
  return [
    ...journeyFaults(body, now()),
    ...peopleFaults(body.people as Parameters<typeof peopleFaults>[0], now()),
    ...unanswered,
  ];
}
