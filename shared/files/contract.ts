import * as z from 'zod';
import { contract } from '../contract';
import { Id } from '../fields';

/** What a photo is brought for; each step takes only its own. */
export const photoUses = ['order', 'prescription', 'receipt', 'evidence'] as const;
export type PhotoUse = (typeof photoUses)[number];

/** So large a photo may be as it comes. */
export const mostPhotoBytes = 5_000_000;

export const FileView = z.object({
  id: Id,
  use: z.enum(photoUses),
  bytes: z.int().describe('Of the photo as it is kept'),
  width: z.int(),
  height: z.int(),
});
export type FileView = z.infer<typeof FileView>;

export const uploadFile = contract({
  operation: 'uploadFile',
  method: 'POST',
  path: '/api/files',
  summary:
    'Takes a photo (JPEG, PNG, WebP); it is kept as a smaller JPEG without place and device, for a day unless a request names it',
  query: z.strictObject({ use: z.enum(photoUses) }),
  upload: { mostBytes: mostPhotoBytes },
  reply: FileView,
  status: 201,
  errors: ['body.tooLarge', 'body.unreadable', 'key.reused'],
});

export const readFile = contract({
  operation: 'readFile',
  method: 'GET',
  path: '/api/files/{id}',
  summary: 'A photo, for whoever may read the request that names it; before that for whoever brought it',
  params: z.object({ id: Id }),
  query: z.strictObject({ size: z.enum(['thumb']).optional() }),
  reply: 'file',
  errors: ['destroyed'],
});
