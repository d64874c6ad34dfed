import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { DOC_EXPLORER_PLUGIN } from '@graphiql/plugin-doc-explorer';
import type { Fetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { headers } from '../../api/client';
import './explorer.css';
import { SavedQueriesIcon, SavedQueriesPanel } from './SavedQueriesPanel';
import { SAVED } from './savedQueries';

const SAVED_PLUGIN = { title: 'Saved questions', icon: SavedQueriesIcon, content: SavedQueriesPanel };
const PLUGINS = [SAVED_PLUGIN, HISTORY_PLUGIN];

const fetcher: Fetcher = async (question) => {
  const response = await fetch('/graphql', { method: 'POST', headers: headers(), body: JSON.stringify(question) });
  return response.json();
};

/** A GraphQL explorer with the schema's documentation and questions to start from; nothing of it comes from elsewhere. */
export default function ExplorerPage() {
  return (
    <>
      <h1 className="hidden">Explorer</h1>
      <GraphiQL
        fetcher={fetcher}
        plugins={PLUGINS}
        referencePlugin={DOC_EXPLORER_PLUGIN}
        visiblePlugin={SAVED_PLUGIN}
        defaultQuery={SAVED[0]?.text ?? ''}
        defaultTheme={null}
        isHeadersEditorEnabled={false}
        showPersistHeadersSettings={false}
      >
        <GraphiQL.Logo>
          <span />
        </GraphiQL.Logo>
      </GraphiQL>
    </>
  );
}
