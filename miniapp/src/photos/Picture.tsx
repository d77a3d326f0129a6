import { Image } from '@tarojs/components';

interface PictureProps {
  path: string;
  /** What is on it, in words. */
  label: string;
  isSmall?: boolean;
}

const small = { display: 'block', width: '160px', height: '160px', borderRadius: '12px' };
const wide = { display: 'block', width: '100%', height: 'auto', borderRadius: '12px' };

/** A photo wherever it lies: all of it, nothing cut off. */
export const Picture = ({ path, label, isSmall = false }: PictureProps) => (
  <Image
    src={path}
    style={isSmall ? small : wide}
    mode={isSmall ? 'aspectFit' : 'widthFix'}
    ariaLabel={label}
  />
);
