import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { ProblemError } from '../../api/problem';
import { useLogIn, useSession } from '../../api/session';
import { isArrival } from '../../layout/arrival';
import { problemText } from '../../shared/problem-text';
import { texts } from '../../texts';

const { login } = texts.shell;

function failure(error: unknown): string {
  if (error instanceof ProblemError && error.status === 429 && error.retryAfter) {
    return login.wait(error.retryAfter);
  }
  return problemText(error);
}

/** Exchanges an API key for a session. */
export default function LoginPage() {
  const session = useSession();
  const logIn = useLogIn();
  const location = useLocation();
  const [key, setKey] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const from = (location.state as { from?: string } | null)?.from ?? '/';

  const field = useRef<InputProps.Ref>(null);
  const asked = session.isSuccess;

  useEffect(() => {
    if (asked) {
      field.current?.focus();
    }
  }, [asked]);
  useEffect(() => {
    document.title = login.title;
  }, []);

  if (session.data) {
    return <Navigate to={from} replace />;
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (key.trim() === '') {
      setWrong(login.empty);
      return;
    }
    setBusy(true);
    setWrong(undefined);
    try {
      await logIn(key.trim());
      isArrival();
    } catch (error) {
      setWrong(failure(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="alone">
      <Box margin={{ bottom: 'l' }} textAlign="center">
        <img src="/mark.svg" alt="" width="56" height="56" />
      </Box>
      <form onSubmit={(event) => void submit(event)}>
        <Form
          actions={
            <Button variant="primary" formAction="submit" loading={busy}>
              {login.submit}
            </Button>
          }
        >
          <Container
            header={
              <Header variant="h1" description={login.intro}>
                {login.title}
              </Header>
            }
          >
            <SpaceBetween size="m">
              <FormField
                label={login.key}
                description={login.keyHint}
                constraintText={login.keyKept}
                errorText={wrong}
              >
                <Input
                  type="password"
                  value={key}
                  ref={field}
                  autoComplete={false}
                  spellcheck={false}
                  onChange={({ detail }) => {
                    setKey(detail.value);
                  }}
                />
              </FormField>
            </SpaceBetween>
          </Container>
        </Form>
      </form>
    </main>
  );
}
