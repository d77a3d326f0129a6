import { View } from '@tarojs/components';
import { useClock } from '@/client/useClock';
import { Cells, TimeField } from '@/parts';
import { useClockText } from '@/words';
import { type Closed, isLongAgo, isOutside } from './sitting';
import { useReadingsWords } from './words';

interface MeasuredAtProps {
  /** `YYYY-MM-DDTHH:mm` in Beijing, or what is chosen of it. */
  takenAt: string;
  onChange(takenAt: string): void;
  /** The window that is over, where there is one; `told` is said of it. */
  closed: Closed | null;
  told(from: string, to: string): string;
  fault?: string | undefined;
  /** Long ago, and said to be so. */
  isOld: boolean;
  onOld(isOld: boolean): void;
}

/** When it was measured; what lies outside its window is said, and what was long ago is asked once more. */
export function MeasuredAt({ takenAt, onChange, closed, told, fault, isOld, onOld }: MeasuredAtProps) {
  const words = useReadingsWords();
  const clockText = useClockText();
  const at = useClock();
  return (
    <>
      {closed && <View className="under">{told(clockText(closed.opensAt), clockText(closed.closesAt))}</View>}
      <TimeField
        label={words.takenAt}
        dayLabel={words.takenDay}
        timeLabel={words.takenTime}
        value={takenAt}
        onChange={onChange}
        fault={fault}
      />
      {closed && isOutside(takenAt, closed) && <View className="under">{words.outside}</View>}
      {isLongAgo(takenAt, at) && (
        <Cells
          label={words.old}
          whole
          value={isOld ? 'yes' : ''}
          onChange={() => onOld(!isOld)}
          options={[{ value: 'yes', label: words.isOld }]}
        />
      )}
    </>
  );
}
