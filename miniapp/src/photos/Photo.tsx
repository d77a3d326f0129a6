import { View } from '@tarojs/components';
import { useState } from 'react';
import { Link, Loading, Tap } from '@/parts';
import { usePlainWords } from '@/words';
import { Picture } from './Picture';
import { usePhoto } from './usePhoto';
import { usePhotoWords } from './words';

interface PhotoProps {
  id: string;
  /** What is on it, in words: a picture cannot be read aloud. */
  label: string;
}

/** A photo of a request: small at first, and as wide as its card once it is tapped. */
export function Photo({ id, label }: PhotoProps) {
  const words = usePhotoWords();
  const plain = usePlainWords();
  const [isLarge, setLarge] = useState(false);
  const { path, isLost, again } = usePhoto(id, isLarge ? undefined : 'thumb');
  if (isLost)
    return (
      <View>
        {words.lost}
        <Link icon="refresh" label={plain.retry} onTap={again} />
      </View>
    );
  if (!path) return <Loading />;
  return (
    <Tap isOn={isLarge} label={words.large(label)} onTap={() => setLarge(!isLarge)}>
      <Picture path={path} label={label} isSmall={!isLarge} />
    </Tap>
  );
}
