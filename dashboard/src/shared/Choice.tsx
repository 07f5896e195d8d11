import Select from '@cloudscape-design/components/select';

/** One of some words, or any. */
export function Choice<T extends string>({
  label,
  any,
  value,
  words,
  onChange,
}: {
  label: string;
  any: string;
  value: '' | T;
  words: Readonly<Record<T, string>>;
  onChange: (value: '' | T) => void;
}) {
  const options = [
    { value: '', label: any },
    ...(Object.entries(words) as [T, string][]).map(([option, name]) => ({ value: option, label: name })),
  ];
  return (
    <Select
      ariaLabel={label}
      selectedOption={options.find((option) => option.value === value) ?? null}
      options={options}
      onChange={({ detail }) => {
        onChange((detail.selectedOption.value ?? '') as '' | T);
      }}
    />
  );
}
