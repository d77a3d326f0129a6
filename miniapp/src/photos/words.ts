import { table, useWords } from '@/words';

const words = table(
  {
    take: '拍照或选照片',
    again: '换一张',
    remove: '不要这张',
    sending: (percent: number) => `正在上传 ${percent}%`,
    sent: '照片已上传',
    kept: '照片已存手机，有网自己发',
    noPhoto: '打不开相机或相册，请在手机的设置里允许',
    large: (label: string) => `${label}，大图`,
    lost: '照片没有取到',
  },
  {
    take: 'Take or choose a photo',
    again: 'Another photo',
    remove: 'Without this photo',
    sending: (percent: number) => `Sending ${percent}%`,
    sent: 'The photo has arrived',
    kept: 'The photo is kept on this phone and leaves by itself',
    noPhoto: 'Camera and photos cannot be opened; allow it in the settings of the phone',
    large: (label: string) => `${label}, large`,
    lost: 'The photo was not loaded',
  },
);
export const usePhotoWords = () => useWords(words);
