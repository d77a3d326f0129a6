import type { readRelease as contract } from '@shared/observation/papersContract';
import { dayOf } from '@shared/time';
import { communityOf } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Download, Input } from '../../platform/endpoint';
import { type Paper, pdfOf } from '../../platform/pdf';
import { movedOn } from '../actors';
import { openForPaper } from './openForPaper';
import { clockText, dayText, facts, foot, title } from './paperParts';

/** The release notice for the person. Problems: notFound, notAllowed, observation.movedOn (not released), destroyed, tooManyRequests. */
export async function readRelease(
  ctx: Context,
  who: Who,
  { params, query }: Input<typeof contract>,
): Promise<Download> {
  const { doc, name } = await openForPaper(ctx, who, params.id, query.reason);
  if (!doc.releasedAt) throw await movedOn(ctx, doc);
  const community = await communityOf(ctx, doc.communityId);
  const released = dayText(dayOf(doc.releasedAt));
  const paper: Paper = {
    info: { title: '解除居家观察通知书' },
    footer: foot(`${community.name}  ${clockText(ctx.clock.now())} 打印`),
    content: [
      title('解除居家观察通知书', 'Notice of release from home observation'),
      { text: `${name}：`, fontSize: 13, margin: [0, 16, 0, 8] },
      {
        text: `您自${dayText(doc.firstDay)}起在家接受健康观察，观察期至${dayText(doc.lastDay)}。现于${released}解除居家观察，不再需要每天报告体温。感谢您和家人的配合。`,
        fontSize: 13,
        lineHeight: 1.8,
        margin: [26, 0, 0, 8],
      },
      {
        text: `Home observation from ${doc.firstDay} to ${doc.lastDay} has ended; released on ${dayOf(doc.releasedAt)}. No more temperature reports are needed. Thank you.`,
        margin: [26, 0, 0, 16],
      },
      facts([
        ['住址', doc.door],
        ['社区电话', `${community.duty.name} ${community.duty.phone}`],
      ]),
      {
        stack: [`${community.name}（盖章）`, released],
        alignment: 'right',
        fontSize: 13,
        margin: [0, 60, 30, 0],
      },
    ],
  };
  return { fileName: `解除通知书-${doc.door}.pdf`, type: 'application/pdf', bytes: await pdfOf(paper) };
}
