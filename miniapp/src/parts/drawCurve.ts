import { dayOf } from '@shared/time';
import { colours, elderColours, elderSizes, sizes } from './tokens';

export interface CurvePoint {
  at: Date;
  celsius: number;
  /** With symptoms: by another shape, so that it reads without colour. */
  isMarked: boolean;
}
export interface CurveSizes {
  width: number;
  height: number;
}
interface Drawn {
  points: readonly CurvePoint[];
  line: number;
  lineLabel: string;
  isElder: boolean;
}

/** What a canvas needs to know of itself to be drawn on; a test gives its own. */
type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'closePath'
  | 'fill'
  | 'stroke'
  | 'fillText'
  | 'measureText'
  | 'setLineDash'
  | 'clearRect'
> & { fillStyle: unknown; strokeStyle: unknown; lineWidth: number; font: string; textAlign: string };

const hourMs = 3_600_000;

/** From where to where a curve reaches, in °C; the usual range is always in it, so that a calm week looks calm. */
export function rangeOf(points: readonly CurvePoint[], line: number): { low: number; high: number } {
  const values = points.map(({ celsius }) => celsius);
  return { low: Math.min(36, ...values) - 0.3, high: Math.max(line, ...values) + 0.4 };
}

/** Draws temperatures on a canvas of so many px. */
export function drawCurve(pen: Pen, { width, height }: CurveSizes, drawn: Drawn): void {
  const { points, line, lineLabel, isElder } = drawn;
  const palette = isElder ? { ...colours, ...elderColours } : colours;
  const { caption } = isElder ? elderSizes : sizes;
  const times = points.map(({ at }) => at.getTime());
  const from = Math.min(...times);
  const span = Math.max(Math.max(...times) - from, 12 * hourMs);
  const { low, high } = rangeOf(points, line);
  const [side, foot] = [10, caption * 1.7];
  const x = (at: Date) => side + ((at.getTime() - from) / span) * (width - 2 * side);
  const y = (celsius: number) => 4 + ((high - celsius) / (high - low)) * (height - foot - 8);
  pen.clearRect(0, 0, width, height);
  pen.font = `${caption}px sans-serif`;

  pen.strokeStyle = palette.bad;
  pen.lineWidth = 1.5;
  pen.setLineDash([5, 4]);
  path(pen, [side, y(line)], [width - side, y(line)]);
  pen.setLineDash([]);
  pen.fillStyle = palette.bad;
  pen.textAlign = 'right';
  pen.fillText(lineLabel, width - side, y(line) - 5);

  pen.strokeStyle = palette.primary;
  pen.lineWidth = 2;
  path(pen, ...points.map(({ at, celsius }): [number, number] => [x(at), y(celsius)]));
  for (const point of points) mark(pen, x(point.at), y(point.celsius), point, line, palette, isElder);

  pen.fillStyle = palette.help;
  const days = points.map(({ at }) => dayOf(at));
  const dayText = (day = '') => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
  const last = days[days.length - 1];
  pen.textAlign = 'left';
  pen.fillText(dayText(days[0]), side, height - 5);
  if (last === days[0]) return;
  pen.textAlign = 'right';
  pen.fillText(dayText(last), width - side, height - 5);
}

function path(pen: Pen, ...[first, ...rest]: [number, number][]): void {
  if (!first) return;
  pen.beginPath();
  pen.moveTo(...first);
  for (const to of rest) pen.lineTo(...to);
  pen.stroke();
}

/** A dot; with symptoms a triangle; from the fever line on in the colour of the line as well. */
function mark(
  pen: Pen,
  x: number,
  y: number,
  { celsius, isMarked }: CurvePoint,
  line: number,
  palette: { bad: string; primary: string },
  isElder: boolean,
): void {
  const size = isElder ? 6 : 4;
  pen.fillStyle = celsius >= line ? palette.bad : palette.primary;
  pen.beginPath();
  if (isMarked) {
    pen.moveTo(x, y - size * 1.6);
    pen.lineTo(x + size * 1.5, y + size);
    pen.lineTo(x - size * 1.5, y + size);
    pen.closePath();
  } else {
    pen.arc(x, y, size, 0, 2 * Math.PI);
  }
  pen.fill();
}
