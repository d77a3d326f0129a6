import { groupBuyFields } from '@shared/requests/groupBuyFields';
import { useState } from 'react';
import { call } from '@/client/call';
import { useGrids } from '@/client/queries/grids';
import { activeMembership, useSession } from '@/client/session';
import { Button, Card, Notice, Select, TextField } from '@/parts';
import { useGroupBuyWords } from '@/requests/errands/groupBuyWords';
import { KindFields } from '@/requests/errands/KindFields';
import { useKindFault } from '@/requests/errands/orderWords';
import { detailsOf, faultsIn, nothingTyped, type Typed } from '@/requests/errands/typed';
import { useGroupBuying } from '@/requests/errands/useGroupBuying';

/** The form of whoever opens one: for which grid, what, for how much, until when. */
export function Opening({ onDone }: { onDone(): void }) {
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
