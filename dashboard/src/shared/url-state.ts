import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Reads one part of the page's state from a parameter of the address; undefined where that says nothing sensible. */
export type Read<T> = (value: string | null) => T | undefined;

/** What a parameter means, and what holds without it. */
export interface Parameter<T> {
  read: Read<T>;
  write: (value: T) => string;
  otherwise: T;
}

export const text = (otherwise = ''): Parameter<string> => ({
  read: (value) => value ?? undefined,
  write: (value) => value,
  otherwise,
});

/** One of these words. */
export const word = <T extends string>(words: readonly T[], otherwise: T): Parameter<T> => ({
  read: (value) => words.find((each) => each === value),
  write: (value) => value,
  otherwise,
});

/** Some words, separated by commas; with `words` only those, without any. */
export const list = <T extends string>(words?: readonly T[]): Parameter<readonly T[]> => ({
  read: (value) => {
    const parts = value === null || value === '' ? [] : value.split(',');
    return words ? words.filter((each) => parts.includes(each)) : (parts as T[]);
  },
  write: (value) => value.join(','),
  otherwise: [],
});

export const flag: Parameter<boolean> = {
  read: (value) => (value === null ? undefined : value === 'yes'),
  write: (value) => (value ? 'yes' : ''),
  otherwise: false,
};

/** A whole number from 1. */
export const ordinal = (otherwise: number): Parameter<number> => ({
  read: (value) => (value !== null && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined),
  write: String,
  otherwise,
});

type Parameters<State> = { [Name in keyof State]: Parameter<State[Name]> };

/** The state by the address; what can't be read there is as if it did not stand there. */
export function readState<State extends object>(
  parameters: Parameters<State>,
  search: URLSearchParams,
): State {
  const entries = Object.entries(parameters) as [string, Parameter<unknown>][];
  return Object.fromEntries(
    entries.map(([name, parameter]) => [name, parameter.read(search.get(name)) ?? parameter.otherwise]),
  ) as State;
}

/** The address with these changes; what says what holds anyway is left out. */
export function writeState<State extends object>(
  parameters: Parameters<State>,
  search: URLSearchParams,
  change: Partial<State>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    const parameter = parameters[name as keyof State] as Parameter<unknown>;
    const written = parameter.write(value);
    if (written === '' || written === parameter.write(parameter.otherwise)) {
      next.delete(name);
    } else {
      next.set(name, written);
    }
  }
  return next;
}

/**
 * The page's state, which stands in the address. `parameters` must be a constant of the module. A change is a step of the
 * browser's history unless it replaces the present one, as typing in a field should.
 */
export function useUrlState<State extends object>(
  parameters: Parameters<State>,
): [State, (change: Partial<State>, how?: { replace?: boolean }) => void] {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => readState(parameters, search), [parameters, search]);
  const change = useCallback(
    (changed: Partial<State>, how: { replace?: boolean } = {}) => {
      setSearch((before) => writeState(parameters, before, changed), { replace: how.replace ?? false });
    },
    [parameters, setSearch],
  );
  return [state, change];
}
