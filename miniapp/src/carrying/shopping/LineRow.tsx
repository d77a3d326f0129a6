import { View } from '@tarojs/components';
import { memo } from 'react';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Chip, Icon, Link, Tap } from '@/parts';
import { Plain } from '@/parts/Plain';
import { usePlainWords } from '@/words';
import { type Line, useLineText } from './useLineText';
import type { Tick } from './useTicks';
import { useShoppingWords } from './words';

interface RowProps {
  line: Line;
  isOpen: boolean;
  onOpen(line: Line): void;
  onTick: Tick;
}

/** One thing to buy: a tick for all doors, and the doors beneath once they are asked for. */
export const LineRow = memo(function LineRow({ line, isOpen, onOpen, onTick }: RowProps) {
  const words = useShoppingWords();
  const text = useLineText();
  const { comma } = usePlainWords();
  const { doors, left, quantity } = line;
  const isThere = left === 0;
  const isUnavailable = isThere && doors.some(({ as }) => as === 'unavailable');
  const name = text.name(line);
  const isBegun = !isThere && left < quantity;
  const amount = isBegun
    ? words.got(text.amount(line, left), text.amount(line, quantity))
    : text.amount(line, quantity);
  const tick = () =>
    isThere
      ? onTick(doors, 'toGet')
      : onTick(
          doors.filter(({ as }) => as === null),
          'got',
        );
  return (
    <Plain className="shelf">
      <Plain className="shelf-line">
        <Tap className="tick" isOn={isThere} label={`${name}${comma}${amount}`} onTap={tick}>
          <Mark isOn={isThere && !isUnavailable} />
          <Plain className={isThere ? 'tick-words over' : 'tick-words'}>
            <Plain className="title">{name}</Plain>
            <Plain className="under">{amount}</Plain>
          </Plain>
        </Tap>
        <Tap className="link" label={words.whose(name)} onTap={() => onOpen(line)}>
          {isUnavailable ? words.unavailable : words.doors(doors.length)}
        </Tap>
      </Plain>
      {isOpen && <Doors line={line} onTick={onTick} />}
    </Plain>
  );
});

const Mark = ({ isOn }: { isOn: boolean }) => (
  <Plain className={isOn ? 'point done' : 'point'}>{isOn && <Icon name="done" />}</Plain>
);

/** For whom it is, each with a tick of its own; and what is to be said where the shop has none. */
function Doors({ line, onTick }: Pick<RowProps, 'line' | 'onTick'>) {
  const words = useShoppingWords();
  const text = useLineText();
  const { comma } = usePlainWords();
  const { doors } = line;
  const isNone = doors.every(({ as }) => as === 'unavailable');
  return (
    <View className="shelf-doors">
      {doors.map((one) => {
        const { requestId, door, as, quantity, substitute } = one;
        const may = substitute ? words.substitute : words.noSubstitute;
        return (
          <View className="shelf-line" key={`${requestId} ${one.line}`}>
            <Tap className="tick" isOn={as !== null} onTap={() => onTick([one], as ? 'toGet' : 'got')}>
              <Mark isOn={as === 'got'} />
              <View className={as ? 'tick-words over' : 'tick-words'}>
                {door}
                <View className="under">
                  {text.amount(line, quantity)}
                  {comma}
                  {may}
                </View>
                {as === 'unavailable' && <Chip kind="warn" label={words.unavailable} />}
              </View>
            </Tap>
            <Link label={words.ask} onTap={() => open(pages.staffErrand, { id: requestId })} />
          </View>
        );
      })}
      <Link
        label={isNone ? words.available : words.allUnavailable}
        onTap={() => onTick(doors, isNone ? 'toGet' : 'unavailable')}
      />
    </View>
  );
}
