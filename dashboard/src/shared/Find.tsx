import Input from '@cloudscape-design/components/input';
import { useEffect, useState } from 'react';

const TYPING_MS = 300;

/** A field whose words go into the address when the reader stops typing. */
export function Find({
  label,
  placeholder = '',
  value,
  onChange,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) {
      return undefined;
    }
    const timer = setTimeout(() => {
      onChange(typed);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, value, onChange]);
  return (
    <Input
      type="search"
      value={typed}
      placeholder={placeholder}
      ariaLabel={label}
      onChange={({ detail }) => {
        setTyped(detail.value);
      }}
    />
  );
}
