import type { GroupBuyView } from '@shared/requests/groupBuy';
import { groupBuyFields } from '@shared/requests/groupBuyFields';
import { useState } from 'react';
import { call } from '@/client/call';
import { useGrids } from '@/client/queries/grids';
import { useGroupBuys } from '@/client/queries/groupBuys';
import { activeMembership, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Line, Link, Notice, Page, Select, State, TextField } from '@/parts';
import { GroupBuyHead } from '@/requests/errands/GroupBuyHead';
import { useGroupBuyWords } from '@/requests/errands/groupBuyWords';
import { KindFields } from '@/requests/errands/KindFields';
import { useKindFault } from '@/requests/errands/orderWords';
import { detailsOf, faultsIn, nothingTyped, type Typed } from '@/requests/errands/typed';
import { useGroupBuying } from '@/requests/errands/useGroupBuying';
import { useWatermark } from '@/worklist/useWatermark';

/** Orders of an area: whoever answers for it opens one, sees who joined, or cancels it. */
export default function Groups() {
  const isReady = useEntry();
  const words = useGroupBuyWords();
  const watermark = useWatermark();
  const role = useSession(({ session }) => activeMembership(session)?.role);
  const list = useGroupBuys(isReady, false);
  const items = list.data ?? [];
  const [isOpening, setOpening] = useState(false);
  const mayOpen = role === 'leader' || role === 'office';
  return (
    <Page
      title={words.title}
      watermark={watermark}
      foot={mayOpen && !isOpening && <Button label={words.open} onTap={() => setOpening(true)} />}
    >
      {isOpening && <Opening onDone={() => setOpening(false)} />}
      <Async query={list} empty={items.length === 0 && !isOpening && <State icon="bag" words={words.none} />}>
        {items.map((one) => (
          <Group key={one.id} of={one} />
        ))}
      </Async>
    </Page>
  );
}

function Opening({ onDone }: { onDone(): void }) {
  const words = useGroupBuyWords();
  const grids = useGrids();
  const own = useSession(({ session }) => activeMembership(session)?.grids) ?? [];
  const offered = own.length ? own : (grids.data ?? []);
  const [only, ...more] = offered;
  const [chosen, choose] = useState('');
  const gridId = chosen || (only && !more.length ? only.id : '');
  const [typed, type] = useState<Typed>(nothingTyped(groupBuyFields));
  const [note, write] = useState('');
  const { send, show, recheck, codeOf, refusal, isSending } = useGroupBuying();
  const kindFault = useKindFault(groupBuyFields);
  const faultsOf = (typed: Typed, gridId: string) => [
    ...(gridId ? [] : [{ path: 'gridId', code: 'required' as const }]),
    ...faultsIn(groupBuyFields, detailsOf(groupBuyFields, typed), note),
  ];
  const faultOf = (path: string) => {
    // The server names a field by itself, the form as one of what was asked for.
    const named = codeOf(path) ? path : path.replace(/^details\./, '');
    const code = codeOf(named);
    return code && kindFault(named, code);
  };
  const open = async () => {
    const found = faultsOf(typed, gridId);
    show(found);
    if (found.length) return;
    const said = note.trim() && { note: note.trim() };
    const body = { gridId, ...detailsOf(groupBuyFields, typed), ...said } as never;
    if (await send(() => call('openGroupBuy', { body }))) onDone();
  };
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      {more.length > 0 && (
        <Select
          label={words.grid}
          value={gridId}
          onChange={choose}
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
          fault={faultOf('gridId')}
        />
      )}
      <KindFields
        fields={groupBuyFields}
        typed={typed}
        onChange={(changes) => {
          const next = { ...typed, ...changes };
          type(next);
          recheck(faultsOf(next, gridId));
        }}
        faultOf={faultOf}
      />
      <Card>
        <TextField label={words.note} value={note} max={200} onChange={write} fault={faultOf('note')} />
      </Card>
      <Button kind="plain" label={words.back} onTap={onDone} />
      <Button label={words.opens} off={isSending} onTap={() => void open()} />
    </>
  );
}

function Group({ of }: { of: GroupBuyView }) {
  const words = useGroupBuyWords();
  const { send, refusal } = useGroupBuying();
  const [isSure, setSure] = useState(false);
  const [isShown, show] = useState(false);
  const cancel = () =>
    send(() => call('cancelGroupBuy', { params: { id: of.id }, body: { seenVersion: of.version } }));
  return (
    <Card>
      <GroupBuyHead of={of} />
      {refusal && <Notice kind="waiting">{refusal}</Notice>}
      {of.joined.length > 0 && !isShown && <Link label={words.doors} onTap={() => show(true)} />}
      {isShown &&
        of.joined.map(({ householdId, door, shares }) => (
          <Line key={householdId} label={door} value={words.shares(shares)} />
        ))}
      {of.actions.includes('cancel') && (
        <Link
          label={isSure ? words.really : words.cancel}
          onTap={() => (isSure ? void cancel() : setSure(true))}
        />
      )}
    </Card>
  );
}
