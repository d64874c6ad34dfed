import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type OperationDefinitionNode, parse } from 'graphql';
import { SAVED } from './savedQueries';

/** A list of questions inside the explorer; choosing one puts it into the editor and runs it. */
export function SavedQueriesPanel() {
  const question = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const response = useGraphiQL((state) => state.responseEditor);
  const { run, setOperationFacts } = useGraphiQLActions();
  const open = (text: string) => {
    const documentAST = parse(text);
    const operations = documentAST.definitions as OperationDefinitionNode[];
    question?.setValue(text);
    variables?.setValue('');
    // The editor finds out what it holds a moment later; running needs to know now.
    setOperationFacts({ documentAST, operations, operationName: operations[0]?.name?.value ?? '' });
    void run();
  };
  return (
    <section className="saved" aria-label="saved questions">
      <h2 className="graphiql-doc-explorer-title">Saved questions</h2>
      <ul>
        {SAVED.map((saved) => (
          <li key={saved.title}>
            <button type="button" className="graphiql-un-styled" disabled={!question || !response} onClick={() => open(saved.text)}>
              {saved.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SavedQueriesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <path d="M6 3.5h12v17l-6-4.2-6 4.2z" />
    </svg>
  );
}
