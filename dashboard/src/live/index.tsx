import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useCheckSession } from '../api/session';
import type { LiveEvent, LiveStatus, StreamedGap } from './event';
import { LiveHub } from './hub';
import { Pending } from './pending';

export type { LiveEvent, LiveStatus, StreamedGap } from './event';

const Context = createContext<LiveHub | undefined>(undefined);
const REDRAW_MS = 1_000;

/** Listens to the stream of gaps while somebody is logged in. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const checkSession = useCheckSession();
  const [hub] = useState(() => new LiveHub(checkSession));
  useEffect(() => {
    hub.start();
    return () => {
      hub.stop();
    };
  }, [hub]);
  return <Context value={hub}>{children}</Context>;
}

function useHub(): LiveHub {
  const hub = useContext(Context);
  if (!hub) {
    throw new Error('no LiveProvider');
  }
  return hub;
}

/** Whether changes are announced at the moment. */
export function useLiveStatus(): LiveStatus {
  const hub = useHub();
  return useSyncExternalStore(hub.onStatus, () => hub.status());
}

export interface PendingChanges {
  count: number;
  missed: boolean;
  /** To call when the list is read anew. */
  clear: () => void;
}

/** How many gaps that matter here have changed since the last `clear`; redrawn once a second at most. */
export function usePendingChanges(concerns: (change: StreamedGap) => boolean = () => true): PendingChanges {
  const [shown, setShown] = useState({ count: 0, missed: false });
  const hub = useHub();
  const pending = useRef(new Pending());
  const redraw = useRef<ReturnType<typeof setTimeout>>(undefined);
  const heard = useEffectEvent((event: LiveEvent) => {
    const counts = event.kind === 'missed' || concerns(event.gap);
    if (counts && pending.current.add(event)) {
      redraw.current ??= setTimeout(() => {
        redraw.current = undefined;
        setShown({ count: pending.current.count, missed: pending.current.missed });
      }, REDRAW_MS);
    }
  });
  useEffect(
    () =>
      hub.onEvent((event) => {
        heard(event);
      }),
    [hub],
  );
  useEffect(
    () => () => {
      clearTimeout(redraw.current);
      redraw.current = undefined;
    },
    [],
  );
  const clear = useCallback(() => {
    clearTimeout(redraw.current);
    redraw.current = undefined;
    pending.current = new Pending();
    setShown({ count: 0, missed: false });
  }, []);
  return { ...shown, clear };
}
