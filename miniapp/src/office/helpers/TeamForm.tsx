import type { TeamView } from '@shared/grids/teamContract';
import { type ErrandKindName, errandKindNames } from '@shared/requests/kinds';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { call } from '@/client/call';
import { drop, keep, read } from '@/client/phoneStore';
import { touchedHelpers, useCarryingStaff } from '@/client/queries/helpers';
import { useGridNames } from '@/client/queries/staff';
import { useSession } from '@/client/session';
import { useIdentityWords } from '@/entry/words';
import { Async, Button, Card, Cells, Heading, Link, Notice, TextField } from '@/parts';
import { useKindWord } from '@/requests/errands/words';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { Chosen } from './Chosen';
import { useHelperWords } from './words';

interface TeamFormProps {
  /** Null of a new one. */
  team: TeamView | null;
  onDone(): void;
}

const asItIs = (team: TeamView | null) => ({
  name: team?.name ?? '',
  kinds: team?.kinds ?? ([] as ErrandKindName[]),
  gridIds: team?.grids.map(({ id }) => id) ?? [],
  memberIds: team?.members.map(({ id }) => id) ?? [],
});
type Form = ReturnType<typeof asItIs>;

/** What was begun of a team as it was then; of one that somebody else has changed it is begun anew. */
const draftOf = (team: TeamView | null): string =>
  `draft:team:${team ? `${team.id}:${team.version}` : 'new'}`;

function useTeam({ team, onDone }: TeamFormProps) {
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const draft = draftOf(team);
  const [form, setForm] = useState(() => read<Form>(accountId, draft) ?? asItIs(team));
  // Two changes may come before the next drawing.
  const newest = useRef(form);
  const [isSending, setSending] = useState(false);
  const { faultOf, refusal, recheck, show, showRefusal } = useFaults();
  const send = async (work: () => Promise<unknown>) => {
    if (isSending) return;
    setSending(true);
    show([]);
    try {
      await work();
      drop(accountId, draft);
      await touchedHelpers();
      onDone();
    } catch (error) {
      showRefusal(error);
      await touchedHelpers();
      setSending(false);
    }
  };
  return {
    form,
    change(changes: Partial<Form>): void {
      newest.current = { ...newest.current, ...changes };
      setForm(newest.current);
      keep(accountId, draft, newest.current);
      recheck([]);
    },
    save: () =>
      send(() =>
        team
          ? call('updateTeam', { params: { id: team.id }, body: { ...form, seenVersion: team.version } })
          : call('createTeam', { body: form }),
      ),
    end: () => send(async () => team && call('endTeam', { params: { id: team.id } })),
    ...{ isSending, faultOf, refusal },
  };
}

/** A team as the office makes or changes it: what it does, where, and who is of it. */
export function TeamForm(props: TeamFormProps) {
  const { team, onDone } = props;
  const words = useHelperWords();
  const plain = usePlainWords();
  const kindWord = useKindWord();
  const { roles } = useIdentityWords();
  const grids = useGridNames();
  const staff = useCarryingStaff();
  const [isEnding, setEnding] = useState(false);
  const { form, change, save, end, isSending, faultOf, refusal } = useTeam(props);
  const { name, kinds, gridIds, memberIds } = form;
  const toggle = (kind: ErrandKindName) =>
    change({ kinds: kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind] });
  return (
    <Card>
      <Heading>{team ? words.change(team.name) : words.add}</Heading>
      {refusal && <Notice>{refusal}</Notice>}
      <TextField
        label={words.name}
        value={name}
        max={20}
        onChange={(next) => change({ name: next })}
        fault={faultOf('name')}
      />
      <Cells
        label={words.kinds}
        halves
        value={kinds}
        onChange={(kind) => toggle(kind as ErrandKindName)}
        fault={faultOf('kinds')}
        options={errandKindNames.map((value) => ({ value, label: kindWord(value) }))}
      />
      <Async query={grids}>
        <Chosen
          label={words.grids}
          more={words.addGrid}
          value={gridIds}
          onChange={(ids) => change({ gridIds: ids })}
          options={grids.data ?? []}
          fault={faultOf('gridIds')}
        />
      </Async>
      <Async query={staff}>
        <Chosen
          label={words.members}
          more={words.addMember}
          value={memberIds}
          onChange={(ids) => change({ memberIds: ids })}
          options={(staff.data ?? []).map((one) => ({
            value: one.id,
            label: `${one.name} · ${roles[one.role]}`,
          }))}
          fault={faultOf('memberIds')}
        />
      </Async>
      <View className="row pair">
        <Button kind="plain" label={words.back} onTap={onDone} />
        <Button label={isSending ? plain.sending : words.save} off={isSending} onTap={() => void save()} />
      </View>
      {team && (
        <Link
          label={isEnding ? words.endAgain : words.end(team.name)}
          onTap={() => (isEnding ? void end() : setEnding(true))}
        />
      )}
    </Card>
  );
}
