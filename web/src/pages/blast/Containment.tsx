import { useState } from 'react';
import type { ContainmentAnswer, Goal, Plan } from '../../api/types';
import { useAnswer } from '../../api/useAnswer';
import { Problem, Waiting } from '../../parts/Problem';
import question from '../../questions/containment.graphql?raw';
import { Step } from './Step';

const GOALS: Record<Goal, string> = { FASTEST: 'fastest', LEAST_DISRUPTION: 'least disruption', COMPLETE: 'complete' };

/** Reversible steps that cut the attacker off, told with their commands and never carried out; asked for by a button. */
export function Containment({ from }: { from: string }) {
  const [asked, setAsked] = useState(false);
  const { data, error, loading } = useAnswer<ContainmentAnswer>(question, asked ? { identities: [from] } : null);
  const [goal, setGoal] = useState<Goal>('LEAST_DISRUPTION');
  const plans = data?.containment.plans ?? [];
  const plan = plans.find((one) => one.goal === goal) ?? plans[0];
  return (
    <section className="containment">
      <h2>Cut it off</h2>
      {!asked && (
        <button type="button" className="button" onClick={() => setAsked(true)}>
          Plan containment
        </button>
      )}
      {loading && <Waiting what="Planning …" />}
      {error && <Problem error={error} />}
      {plan && (
        <>
          <div className="toggles" role="group" aria-label="goal">
            {plans.map((one) => (
              <button key={one.goal} type="button" className="toggle" aria-pressed={one.goal === plan.goal} onClick={() => setGoal(one.goal)}>
                {GOALS[one.goal]} ({one.steps.length})
              </button>
            ))}
          </div>
          <Shown plan={plan} />
        </>
      )}
    </section>
  );
}

function Shown({ plan }: { plan: Plan }) {
  return (
    <>
      <p className="verdict">
        {plan.proof === 'CUT' ? (
          <>
            <span className="badge good">cut</span> {plan.steps.length === 0 ? 'Even without a step' : 'After these steps'}{' '}
            {plan.goal === 'COMPLETE' ? 'nothing' : 'nothing that must not fall'} can be reached
            {plan.optimal && plan.steps.length > 0 && '; nothing cheaper does that'}.
          </>
        ) : (
          <>
            <span className="badge risk-high">partial</span> Some ways stay open: {plan.remaining.length}.
          </>
        )}
      </p>
      <ol className="plan">
        {plan.steps.map((step) => (
          <Step key={step.order} step={step} />
        ))}
      </ol>
      {plan.remaining.length > 0 && (
        <details>
          <summary>What stays open</summary>
          <ul>
            {plan.remaining.map((path) => (
              <li key={path.id}>{path.summary}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="note">Nothing is carried out: run the commands where you hold the permissions.</p>
    </>
  );
}
