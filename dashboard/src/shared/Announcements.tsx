import Button from '@cloudscape-design/components/button';
import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { texts } from '../texts';
import { problemText } from './problem-text';
import { useStale } from './stale';
import { Time } from './Time';

interface Announcements {
  /** Says that something was done. */
  done: (what: string) => void;
  /** Says that something was not done, and why. */
  failed: (what: string, error: unknown) => void;
}

interface Shown extends Announcements {
  items: FlashbarProps.MessageDefinition[];
}

const MOST = 5;
const Context = createContext<Shown | undefined>(undefined);

/** Keeps the messages of the page's top, the newest first; they are read out as they come. */
export function AnnouncementsProvider({ children }: { children: ReactNode }) {
  const [items, setItems] = useState<FlashbarProps.MessageDefinition[]>([]);
  const last = useRef(0);
  const add = useCallback((item: FlashbarProps.MessageDefinition) => {
    const id = String((last.current += 1));
    const onDismiss = () => {
      setItems((before) => before.filter((each) => each.id !== id));
    };
    const whole = { ...item, id, dismissible: true, dismissLabel: texts.common.close, onDismiss };
    // what was done before is old news; what failed stays until somebody has read it
    setItems((before) => [whole, ...before.filter((each) => each.type !== 'success')].slice(0, MOST));
  }, []);
  const value = useMemo<Shown>(
    () => ({
      items,
      done: (what) => {
        add({ type: 'success', content: what });
      },
      failed: (what, error) => {
        add({ type: 'error', header: what, content: problemText(error) });
      },
    }),
    [items, add],
  );
  return <Context value={value}>{children}</Context>;
}

function useShown(): Shown {
  const shown = useContext(Context);
  if (!shown) {
    throw new Error('no AnnouncementsProvider');
  }
  return shown;
}

/** To say what came of what the reader did. */
export function useAnnouncements(): Announcements {
  return useShown();
}

/** The messages, for the layout; also whether what is shown is old, as long as it is. */
export function AnnouncementBar() {
  const { items } = useShown();
  const { since, readAgain } = useStale();
  const { stale, retry } = texts.common;
  const old: FlashbarProps.MessageDefinition[] =
    since === undefined
      ? []
      : [
          {
            id: 'stale',
            type: 'warning',
            header: stale.title,
            content: (
              <>
                {stale.hint} <Time at={new Date(since).toISOString()} />
              </>
            ),
            action: <Button onClick={readAgain}>{retry}</Button>,
          },
        ];
  return <Flashbar items={[...old, ...items]} />;
}
