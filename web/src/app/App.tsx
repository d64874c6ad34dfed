import { Suspense, lazy, useEffect, useMemo } from 'react';
import { useAnswer } from '../api/useAnswer';
import type { ShellAnswer } from '../api/types';
import { BlastPage } from '../pages/blast/BlastPage';
import { EstatePage } from '../pages/estate/EstatePage';
import { PathsPage } from '../pages/paths/PathsPage';
import { CompletenessChip } from '../parts/CompletenessChip';
import { Problem, Waiting } from '../parts/Problem';
import question from '../questions/shell.graphql?raw';
import { Link } from './Link';
import { useLocation } from './router';
import { VocabularyContext, vocabulary } from './vocabulary';

const ExplorerPage = lazy(() => import('../pages/explorer/ExplorerPage'));

const PAGES = [
  { path: '/', title: 'Attack paths' },
  { path: '/blast', title: 'Blast radius' },
  { path: '/estate', title: 'Estate' },
  { path: '/explorer', title: 'Explorer' },
];

/** The frame of every page: where one is, how complete the data is, and the vocabulary for what is below. */
export function App() {
  const { pathname } = useLocation();
  const shell = useAnswer<ShellAnswer>(question, NONE);
  const words = useMemo(() => vocabulary(shell.data ?? EMPTY), [shell.data]);
  const title = PAGES.find((page) => page.path === pathname)?.title ?? 'Attack paths';
  useEffect(() => {
    document.title = `${title} · Drawbridge`;
  }, [title]);
  return (
    <VocabularyContext value={words}>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="bar">
        <Link href="/" className="brand" aria-label="Drawbridge">
          <img src="/favicon.svg" alt="" width="26" height="26" /> Drawbridge
        </Link>
        <nav aria-label="pages">
          {PAGES.map((page) => (
            <Link key={page.path} href={page.path} aria-current={page.path === pathname ? 'page' : undefined}>
              {page.title}
            </Link>
          ))}
        </nav>
        {shell.data && <CompletenessChip completeness={shell.data.snapshot.completeness} />}
      </header>
      <main id="main" className={pathname === '/explorer' ? 'wide' : undefined}>
        {shell.error && pathname !== '/explorer' ? <Problem error={shell.error} /> : <Page pathname={pathname} />}
      </main>
    </VocabularyContext>
  );
}

function Page({ pathname }: { pathname: string }) {
  switch (pathname) {
    case '/blast':
      return <BlastPage />;
    case '/estate':
      return <EstatePage />;
    case '/explorer':
      return (
        <Suspense fallback={<Waiting what="Opening the explorer …" />}>
          <ExplorerPage />
        </Suspense>
      );
    default:
      return <PathsPage />;
  }
}

const NONE = {};

const EMPTY: ShellAnswer = {
  snapshot: { id: '', nodeCount: 0, edgeCount: 0, completeness: { percent: 0, gapCount: 0, gaps: [] } },
  discovery: { scopes: [] },
  edgeKinds: [],
  nodeKinds: [],
  edgeClasses: [],
};
