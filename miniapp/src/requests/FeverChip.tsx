import type { FeverBand } from '@shared/temperatures/fever';
import { Chip } from '@/parts';
import { useRequestWords } from './words';

/** How bad, in words and degrees. */
export function FeverChip({ band, celsius }: { band: FeverBand | null; celsius: number | null }) {
  const words = useRequestWords();
  const degrees = celsius === null ? '' : `${celsius.toFixed(1)} ℃`;
  return <Chip kind="bad" label={[words.bands[band ?? 'symptoms'], degrees].filter(Boolean).join(' ')} />;
}
