import { imageSize } from 'image-size';
import { unfit } from './unfit.ts';

/** More than the largest telephone camera makes; unpacked, each pixel takes four bytes of memory of whoever opens it. */
export const MOST_PIXELS = 200_000_000;

/** Refuses a picture that is small as a file and a flood once it is opened. @throws Unfit */
export function refuseHuge(width: number, height: number): void {
  if (width * height <= MOST_PIXELS) return;
  const millions = MOST_PIXELS / 1_000_000;
  unfit(
    `图片为 ${width} × ${height} 像素，超过上限（总像素 ${millions / 100} 亿），请缩小后再上传。`,
    `The picture has ${width} x ${height} pixels; at most ${millions} million are accepted. Make it smaller and upload that.`,
  );
}

/** Refuses a picture of any format that is too large; what cannot be measured is left to whoever looks at its format. @throws Unfit */
export function refuseHugePicture(content: Uint8Array): void {
  const size = sizeOf(content);
  if (size !== null) refuseHuge(size.width, size.height);
}

function sizeOf(content: Uint8Array): { width: number; height: number } | null {
  try {
    return imageSize(content);
  } catch {
    return null;
  }
}
