import { useEffect, useState } from 'react';
import { keptPhoto, markedKey } from '@/client/photoStore';
import { useSession } from '@/client/session';
import { fetchToShow, forgetShown } from '@/client/upload';

/** Where a photo can be shown from, as long as it is shown: of the server, with the token in a header, or kept on this phone. */
export function usePhoto(id: string, size?: 'thumb') {
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const [path, setPath] = useState('');
  const [isLost, setLost] = useState(false);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further try fetches it again
  useEffect(() => {
    let isGone = false;
    let shown = '';
    setLost(false);
    const key = markedKey(id);
    const shownFrom = key
      ? showKept(accountId, key)
      : fetchToShow('readFile', { params: { id }, query: { size } });
    shownFrom.then(
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
  }, [id, size, tries, accountId]);
  return { path, isLost, again: () => setTries((n) => n + 1) };
}

async function showKept(accountId: string, key: string): Promise<string> {
  const photo = await keptPhoto(accountId, key);
  if (!photo) throw new Error('it is kept no more');
  return photo.blob ? URL.createObjectURL(photo.blob) : photo.path;
}
