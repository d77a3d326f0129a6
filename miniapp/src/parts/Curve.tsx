import { Canvas, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useId, useRef } from 'react';
import { isBrowser } from '@/client/send';
import { useSettings } from '@/client/settings';
import { type CurvePoint, type CurveSizes, drawCurve } from './drawCurve';
import { spoken } from './spoken';

export type { CurvePoint } from './drawCurve';

interface CurveProps {
  points: readonly CurvePoint[];
  /** °C from which on it is a fever. */
  line: number;
  /** What stands at the line. */
  lineLabel: string;
  /** The whole of it in words: a drawing cannot be read aloud. */
  label: string;
}

const height = { normal: 160, elder: 220 } as const;
type Drawn = Omit<CurveProps, 'label'> & { isElder: boolean };

/** Temperatures over days, drawn by hand: the fever line, points, and those with symptoms by another shape. */
export function Curve({ label, ...drawn }: CurveProps) {
  const isElder = useSettings(({ elder }) => elder);
  const style = { display: 'block', width: '100%', height: `${height[isElder ? 'elder' : 'normal']}px` };
  const Drawing = isBrowser ? InBrowser : InMiniProgram;
  return (
    <View {...spoken({ role: 'img', label })}>
      <Drawing {...drawn} isElder={isElder} style={style} />
    </View>
  );
}

type DrawingProps = Drawn & { style: { display: string; width: string; height: string } };

/** Drawn again whenever its width changes. */
function InBrowser({ style, ...drawn }: DrawingProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = () => {
      const context = canvas.current?.getContext('2d');
      if (!canvas.current || !context) return;
      const { clientWidth, clientHeight } = canvas.current;
      paint(canvas.current, context, { width: clientWidth, height: clientHeight }, drawn, devicePixelRatio);
    };
    draw();
    window.addEventListener('resize', draw);
    return () => window.removeEventListener('resize', draw);
  });
  return <canvas ref={canvas} style={style} />;
}

interface Node2d {
  node?: Painted & { getContext(kind: '2d'): CanvasRenderingContext2D };
  width: number;
  height: number;
}

function InMiniProgram({ style, ...drawn }: DrawingProps) {
  const id = `curve${useId().replace(/\W/g, '')}`;
  useEffect(() => {
    // The canvas is there once the view layer has drawn the page.
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .fields({ node: true, size: true }, (found) => {
          const { node, width, height } = (found ?? {}) as Node2d;
          if (!node) return;
          paint(node, node.getContext('2d'), { width, height }, drawn, Taro.getWindowInfo().pixelRatio);
        })
        .exec();
    });
  });
  return <Canvas type="2d" id={id} canvasId={id} style={style} />;
}

interface Painted {
  width: number;
  height: number;
}

/** As many dots as the screen has, so that lines are sharp. */
function paint(
  canvas: Painted,
  context: CanvasRenderingContext2D,
  size: CurveSizes,
  { isElder, ...drawn }: Drawn,
  pixelRatio: number,
): void {
  canvas.width = Math.round(size.width * pixelRatio);
  canvas.height = Math.round(size.height * pixelRatio);
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  drawCurve(context, size, { ...drawn, isElder });
}
