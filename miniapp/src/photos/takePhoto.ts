import Taro from '@tarojs/taro';
import type { Taken } from '@/client/photoStore';
import { forgetShown } from '@/client/upload';

/** WeChat’s own camera and album, asked for a smaller copy. Null where somebody changed their mind; throws where they are closed to it. */
export async function takeInWechat(): Promise<Taken | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    });
    return { path: tempFiles[0]?.tempFilePath ?? '' };
  } catch (failed) {
    if ((failed as { errMsg?: string }).errMsg?.includes('cancel')) return null;
    throw failed;
  }
}

/** What a browser was given, drawn smaller: less to send, and the place it was taken at stays on the phone. */
export async function takeInBrowser(file: File): Promise<Taken> {
  // What this browser cannot draw goes as it is: the server says what is wrong with it.
  const blob = await drawSmaller(file).catch(() => file);
  return { path: URL.createObjectURL(blob), blob };
}

/** It is not shown any more. */
export const forgetTaken = (path: string | undefined): void => {
  if (path) forgetShown(path);
};

const longestSide = 1600;

async function drawSmaller(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const part = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.round(picture.width * part),
    height: Math.round(picture.height * part),
  });
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', 0.85));
}
