import { useEffect, useState } from 'preact/hooks';

export type Theme = 'light' | 'dark';

const system = () => matchMedia('(prefers-color-scheme: dark)');

/** The system's theme until the person chooses. Nothing is stored: the page leaves no trace on the machine. */
export function useTheme(): [Theme, () => void] {
  const [chosen, choose] = useState<Theme | null>(null);
  const [dark, setDark] = useState(system().matches);
  useEffect(() => {
    const query = system();
    const follow = () => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const theme = chosen ?? (dark ? 'dark' : 'light');
  useEffect(() => { document.documentElement.dataset.theme = theme; }, [theme]);
  return [theme, () => choose(theme === 'dark' ? 'light' : 'dark')];
}

/** A colour of the style sheet, for what is drawn on a canvas. */
export const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
