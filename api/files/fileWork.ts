import type { DueWork } from '../platform/sweep';
import { dropFiles } from './dropFiles';
import { type FileDoc, Files } from './model';

/** Photos that nothing named within their day are swept away, and those of what was destroyed. */
export const fileWork: DueWork<FileDoc> = {
  name: 'files',
  documents: (ctx) => Files(ctx),
  batch: 100,
  async plan(ctx, due, now) {
    const ids = due.map(({ _id }) => _id);
    // From here on nothing finds them any more; a request that named one a moment ago keeps it.
    await Files(ctx).updateMany({ _id: { $in: ids }, nextStepAt: { $lte: now } }, { $unset: { made: 1 } });
    const left = await Files(ctx)
      .find({ _id: { $in: ids }, made: { $exists: false } }, { _id: 1 })
      .lean();
    await dropFiles(
      ctx,
      left.map(({ _id }) => _id),
    );
    return [];
  },
};
