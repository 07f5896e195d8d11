import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useRouteError } from 'react-router-dom';
import { problemText } from '../shared/problem-text';
import { texts } from '../texts';

const { problem } = texts.common;

/** Instead of a page that threw an error. */
export function Crashed() {
  const error = useRouteError();
  return (
    <main className="alone">
      <Alert
        type="error"
        header={problem.crashed}
        action={
          <Button
            onClick={() => {
              location.reload();
            }}
          >
            {problem.reload}
          </Button>
        }
      >
        {problem.crashedHint} {problemText(error)}
      </Alert>
    </main>
  );
}
