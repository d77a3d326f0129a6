import { addDays, dayOf } from '@shared/time';
import { now } from '@/client/clock';
import type { UnreportedAsked } from '@/client/queries/fevers';
import { useGrids } from '@/client/queries/grids';
import { activeMembership, useSession } from '@/client/session';
import { Card, Cells, Select } from '@/parts';
import { useDayWord } from '@/words/dayWord';
import { useUnreportedWords } from './words';

interface WhichProps {
  /** What is shown: of what is not asked the server says which. */
  shown: { date: string; window: string } | undefined;
  asked: UnreportedAsked;
  onAsk(asked: UnreportedAsked): void;
}

/** Which window of today or yesterday; whoever has grids below chooses one. */
export function Which({ shown, asked, onAsk }: WhichProps) {
  const words = useUnreportedWords();
  const dayWord = useDayWord();
  const role = useSession(({ session }) => activeMembership(session)?.role);
  const today = dayOf(now());
  const options = [addDays(today, -1), today].flatMap((date) =>
    (['morning', 'evening'] as const).map((window) => ({
      value: `${date} ${window}`,
      label: `${dayWord(date)}${words.windows[window]}`,
    })),
  );
  const choose = (value: string) => {
    const [date = '', window] = value.split(' ');
    onAsk({ ...asked, date, window: window as 'morning' });
  };
  return (
    <Card>
      <Cells
        label={words.which}
        halves
        value={shown ? `${shown.date} ${shown.window}` : ''}
        onChange={choose}
        options={options}
      />
      {(role === 'leader' || role === 'office') && <WhichGrid asked={asked} onAsk={onAsk} />}
    </Card>
  );
}

function WhichGrid({ asked, onAsk }: Omit<WhichProps, 'shown'>) {
  const words = useUnreportedWords();
  const own = useSession(({ session }) => activeMembership(session)?.grids);
  const { data = [] } = useGrids();
  const below = (id: string | null): string[] =>
    data.filter(({ parentId }) => parentId === id).flatMap((grid) => [grid.id, ...below(grid.id)]);
  const seen = own?.length ? new Set(own.flatMap(({ id }) => [id, ...below(id)])) : null;
  const options = data
    .filter(({ id }) => seen?.has(id) ?? true)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label={words.grid}
      blank={words.allGrids}
      value={asked.gridId ?? ''}
      onChange={(gridId) => {
        const { gridId: _, ...rest } = asked;
        onAsk(gridId ? { ...rest, gridId } : rest);
      }}
      options={options}
    />
  );
}
