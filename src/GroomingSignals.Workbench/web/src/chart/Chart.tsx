import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';

/** A uPlot chart that fills its box, and is drawn anew when its data, its theme or its width change. The figures stand beside it as text: it is an image. */
export function Chart({ label, theme, options, data, height, onReady }: {
  label: string; theme: string; options: Omit<uPlot.Options, 'width' | 'height'>; data: uPlot.AlignedData; height: number; onReady?: (plot: uPlot) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  useEffect(() => {
    const element = box.current!;
    const made = new uPlot({ ...options, width: Math.max(200, element.clientWidth), height }, data, element);
    plot.current = made;
    onReady?.(made);
    const resized = new ResizeObserver(() => {
      made.setSize({ width: Math.max(200, element.clientWidth), height });
      onReady?.(made);
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [theme, data, height, options]);
  return <div class="plot" role="img" aria-label={label} ref={box} />;
}
