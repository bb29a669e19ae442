import { useEffect, useState } from 'preact/hooks';

export type Route = { view: 'point' } | { view: 'queue' } | { view: 'conversation'; index: number | null };

function parse(hash: string): Route {
  const found = /^#\/(queue|conversation)(?:\/(\d+))?$/.exec(hash);
  return found?.[1] === 'queue' ? { view: 'queue' }
    : found?.[1] === 'conversation' ? { view: 'conversation', index: found[2] === undefined ? null : Number(found[2]) }
    : { view: 'point' };
}

/** The view is in the fragment: back and forward work, and the server never sees it. */
export function useRoute(): Route {
  const [route, setRoute] = useState(parse(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parse(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}
