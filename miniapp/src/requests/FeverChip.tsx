import type { FeverBand } from '@shared/temperatures/fever';
import { Chip } from '@/parts';
import { useRequestWords } from './words';

interface Degrees {
  band: FeverBand | null;
  /** What stands. */
  celsius: number | null;
  /** In the place of what was reported first. */
  isCorrected: boolean;
}

/** How bad, in words and degrees; of a reading that was corrected, to what. */
export function FeverChip({ band, celsius, isCorrected }: Degrees) {
  const words = useRequestWords();
  const degrees = celsius?.toFixed(1);
  if (isCorrected && degrees) return <Chip kind="warn" label={words.changedTo(degrees)} />;
  return (
    <Chip
      kind="bad"
      label={[words.bands[band ?? 'symptoms'], degrees && `${degrees} ℃`].filter(Boolean).join(' ')}
    />
  );
}
