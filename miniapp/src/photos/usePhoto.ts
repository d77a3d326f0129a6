import { useEffect, useState } from 'react';
import { fetchToShow, forgetShown } from '@/client/upload';

/** Where a photo of the server can be shown from, as long as it is shown; fetched with the token in a header. */
export function usePhoto(id: string, size?: 'thumb') {
  const [path, setPath] = useState('');
  const [isLost, setLost] = useState(false);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further try fetches it again
  useEffect(() => {
    let isGone = false;
    let shown = '';
    setLost(false);
    fetchToShow('readFile', { params: { id }, query: { size } }).then(
      (found) => {
        if (isGone) return forgetShown(found);
        shown = found;
        setPath(found);
      },
      () => !isGone && setLost(true),
    );
    return () => {
      isGone = true;
      if (shown) forgetShown(shown);
    };
  }, [id, size, tries]);
  return { path, isLost, again: () => setTries((n) => n + 1) };
}
