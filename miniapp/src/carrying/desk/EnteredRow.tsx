import { View } from '@tarojs/components';
import { Ask, Card, Cells, Chip, Heading, Link } from '@/parts';
import { useKindWord } from '@/requests/errands/words';
import { isWhole, type Row } from './form';
import type { DeskState } from './useDesk';
import { useDeskWords } from './words';

const moods = {
  waiting: 'info',
  asked: 'warn',
  unreached: 'warn',
  placed: 'ok',
  kept: 'warn',
  gone: '',
  refused: 'bad',
} as const satisfies Record<Row['state'], string>;

/** How it stands, in a word. */
export const RowChip = ({ row: { state } }: { row: Row }) => (
  <Chip kind={moods[state]} label={useDeskWords().states[state]} />
);

/** One door of the pile: ordered, on its way, or why not and what can be done about it. */
export function EnteredRow({ row, again, mend, without }: { row: Row } & DeskState) {
  const words = useDeskWords();
  const kindWord = useKindWord();
  const { order, state, reason, choices = [], asks } = row;
  const { kind, key } = order;
  const isStuck = state === 'refused' || state === 'asked';
  const mayAgain = state === 'unreached' || (state === 'refused' && isWhole(row));
  return (
    <Card kind={isStuck ? 'urgent' : ''}>
      <View className="row between">
        <Heading level={3} look="title">
          {[order.door || row.door, kind && kindWord(kind)].filter(Boolean).join(' · ')}
        </Heading>
        <RowChip row={row} />
      </View>
      {row.things && <View className="help">{row.things}</View>}
      {state === 'refused' && reason && <View>{reason}</View>}
      {state === 'asked' && asks && (
        <Cells
          label={reason ?? ''}
          whole
          value=""
          onChange={(chosen) => again(row, asks, chosen)}
          options={choices}
        />
      )}
      {(isStuck || state === 'unreached' || state === 'gone') && (
        <View className="row wrap">
          {mayAgain && <Link label={words.again} onTap={() => again(row)} />}
          <Link label={words.mend} onTap={() => mend(row)} />
          <Ask
            label={words.drop}
            question={words.dropAsk}
            yes={words.dropYes}
            no={words.dropNo}
            onYes={() => without(key)}
          />
        </View>
      )}
    </Card>
  );
}
