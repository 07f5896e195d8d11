const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/** A number as it is read: 12,345. */
export function count(value: number): string {
  return numbers.format(value);
}

/** "1 gap", "2 gaps": the word by the number. */
export function plural(value: number, one: string, other: string): string {
  return `${count(value)} ${rules.select(value) === 'one' ? one : other}`;
}
